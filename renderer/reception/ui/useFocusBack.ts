import { useEffect, useState } from 'react'

/** Gives the focus back to where it was before this appeared, unless it has gone elsewhere by itself. */
export function useFocusBack(): void {
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
