import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Which part of the page is shown: in the address, so that a reload and the phone's back button keep to it. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}
