import { type RefObject, useEffect, useRef, useState } from 'react'

const focusOrder = ['form :is(input, textarea, select)', 'button'] as const

/** Puts the focus on the first field, else on the first button, of what has just appeared. */
export function useFocusFirst<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => {
    const found = focusOrder
      .map((selector) => place.current?.querySelector<HTMLElement>(selector))
      .find((element) => element)
    found?.focus({ preventScroll: true })
  }, [])
  return place
}

/** Gives the focus back to where it was before this appeared, unless it has gone elsewhere by itself. */
export function useReturnFocus(): void {
  // Read as it first appears: what is inside takes the focus before any effect out here runs.
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    return () => {
      if (document.activeElement !== document.body) return
      // What opened it may be gone, as a question is once it is answered: then on to the lists.
      const isThere = before instanceof HTMLElement && before.isConnected
      const place = isThere ? before : document.querySelector<HTMLElement>('main')
      place?.focus({ preventScroll: true })
    }
  }, [before])
}

/** Calls `leave` when Escape is pressed within the element; nothing further out hears of it. */
export function useEscape(element: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const node = element.current
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      leave()
    }
    node?.addEventListener('keydown', pressed)
    return () => node?.removeEventListener('keydown', pressed)
  }, [element, leave])
}
