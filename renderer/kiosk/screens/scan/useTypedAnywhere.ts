import { type RefObject, useEffect, useRef } from 'react'

/**
 * A field that gets whatever is typed on the screen, wherever the focus is: at first, and with every character from then on. Keys
 * that press buttons stay with the buttons.
 */
export function useTypedAnywhere(): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    ref.current?.focus()
    const typed = (event: KeyboardEvent): void => {
      const field = ref.current
      const types =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
      // Before the key takes effect, so that it is typed into the field.
      if (field && types && document.activeElement !== field) field.focus()
    }
    document.addEventListener('keydown', typed, { capture: true })
    return () => document.removeEventListener('keydown', typed, { capture: true })
  }, [])
  return ref
}
