import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * The field that a screen is about has the focus from the first frame, its caret at the end. `again` changes when it is
 * to be focused once more.
 */
export function useFirstFocus<T extends HTMLInputElement>(again: unknown = null): RefObject<T | null> {
  const ref = useRef<T>(null)
  // Again whenever `again` changes.
  useLayoutEffect(() => {
    const field = ref.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [again])
  return ref
}
