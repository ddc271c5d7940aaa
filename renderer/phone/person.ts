import { useEffect } from 'react'
import { type Phone, usePhone } from './phone.ts'

const againMs = 5_000
/** A phone hears no events: what it shows is as old as this at most, while somebody looks at it. */
const refreshMs = 20_000

/** Finds out whether somebody is signed in on this phone; does not stop before it is known. */
export async function findPerson({ ask, transport }: Phone): Promise<void> {
  for (;;) {
    const found = await ask('person.get', {}, { patience: Number.POSITIVE_INFINITY })
    if (found.ok || found.error.code === 'session-invalid') return
    await transport.wait(againMs)
  }
}

/** Keeps the person up to date while the page is looked at: again and again, and at once when it is turned to. */
export function useFreshPerson(): void {
  const { ask } = usePhone()
  useEffect(() => {
    let asking = false
    const refresh = (): void => {
      if (document.visibilityState === 'hidden' || asking) return
      asking = true
      void ask('person.get', {}, { patience: 0 }).finally(() => {
        asking = false
      })
    }
    const timer = setInterval(refresh, refreshMs)
    document.addEventListener('visibilitychange', refresh)
    addEventListener('online', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
      removeEventListener('online', refresh)
    }
  }, [ask])
}
