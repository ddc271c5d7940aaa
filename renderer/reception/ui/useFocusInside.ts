import { type RefObject, useEffect, useRef } from 'react'

const inOrder = ['form :is(input, textarea, select)', 'button'] as const

/** Puts the focus on the first field, else on the first button, of what has just appeared. */
export function useFocusInside<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => {
    const found = inOrder
      .map((selector) => place.current?.querySelector<HTMLElement>(selector))
      .find((element) => element)
    found?.focus({ preventScroll: true })
  }, [])
  return place
}
