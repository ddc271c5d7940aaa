import { useCallback, useEffect, useState } from 'react'
import type { DockAnswer, DockOrder, DockState } from './contract.ts'

const address = '/dock/api'
/** How often it is looked how things stand, in milliseconds. */
const lookEvery = 1000

export interface UsedDock {
  /** null = the app does not answer: it starts, or has ended. */
  state: DockState | null
  /** What went wrong with the last order; null = nothing. */
  trouble: string | null
  /** Which order is being carried out. */
  busy: DockOrder['do'] | null
  tell: (order: DockOrder) => void
}

/** How the app stands, and a hand on it. */
export function useDock(): UsedDock {
  const [state, setState] = useState<DockState | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState<DockOrder['do'] | null>(null)

  const look = useCallback(async (): Promise<void> => {
    const response = await fetch(address).catch(() => null)
    setState(response?.ok ? ((await response.json()) as DockState) : null)
  }, [])

  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => clearInterval(timer)
  }, [look])

  const tell = useCallback(
    (order: DockOrder): void => {
      const send = async (): Promise<void> => {
        setBusy(order.do)
        setTrouble(null)
        const response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(order),
        }).catch(() => null)
        const answer: DockAnswer = response
          ? ((await response.json()) as DockAnswer)
          : { ok: false, why: 'the app does not answer' }
        if (!answer.ok) setTrouble(answer.why)
        setBusy(null)
        await look()
      }
      void send()
    },
    [look],
  )
  return { state, trouble, busy, tell }
}
