import { type RefObject, useEffect } from 'react'

/** Sends any letter or digit that is typed outside a field or form to the search; Escape calls `onEscape`. */
export function useTypeToSearch(input: RefObject<HTMLInputElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (event.key === 'Escape') {
        if (event.target === input.current) event.preventDefault()
        onEscape()
        return
      }
      if (isField(event.target) || !/^[\p{L}\p{N}]$/u.test(event.key)) return
      // The key's own character lands in the field, as the focus is there before it is inserted.
      input.current?.focus()
    }
    document.addEventListener('keydown', typed)
    return () => document.removeEventListener('keydown', typed)
  }, [input, onEscape])
}

/** A form keeps its keys, also on its buttons and choices: whoever fills it in is not searching. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input, textarea, select, [contenteditable]') || target.closest('form') !== null)
  )
}
