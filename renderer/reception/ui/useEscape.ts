import { type RefObject, useEffect } from 'react'

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
