import { useEffect } from 'react'

/** Gives the focus back to where it was before this appeared, unless it has gone elsewhere by itself. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (document.activeElement !== document.body) return
      // What opened it may be gone, as a question is once it is answered: then on to the lists.
      const isThere = before instanceof HTMLElement && before.isConnected
      const place = isThere ? before : document.querySelector<HTMLElement>('main')
      place?.focus({ preventScroll: true })
    }
  }, [])
}
