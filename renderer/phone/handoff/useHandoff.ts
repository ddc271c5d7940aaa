import { useCallback, useEffect, useState } from 'react'
import type { HandoffStep } from '../../../shared/contract/commands/phones.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import { usePhone } from '../phone.ts'
import { isWholeToken } from '../route.ts'

interface HandoffPage {
  state: 'opening' | 'open' | 'greeting' | 'greeted' | 'over'
  error: FoyerError | null
  greet: () => Promise<void>
  again: () => void
}

/**
 * The thread between this phone and the kiosk whose link it opened: the kiosk hears of every step, and greets in the end
 * (R7.4). Once it has, a reload does not ask for the used link again.
 */
export function useHandoff(token: string, step: HandoffStep): HandoffPage {
  const { ask, memory } = usePhone()
  const greetedKey = `greeted.${token}`
  const [state, setState] = useState<HandoffPage['state']>(() => {
    if (memory.read(greetedKey)) return 'greeted'
    return isWholeToken(token) ? 'opening' : 'over'
  })
  const [error, setError] = useState<FoyerError | null>(null)
  const live = state === 'opening' || state === 'open'

  const tell = useCallback(async (): Promise<void> => {
    setError(null)
    const told = await ask('handoff.step', { token, step })
    if (told.ok) setState((was) => (was === 'opening' ? 'open' : was))
    else if (told.error.code === 'handoff-over') setState((was) => (was === 'greeted' ? was : 'over'))
    else setError(told.error)
  }, [ask, token, step])

  useEffect(() => {
    if (live) void tell()
    // Not again because the first answer came.
  }, [tell, live])

  useEffect(() => {
    if (!live) return
    const left = (): void =>
      void ask('handoff.step', { token, step: 'left' }, { patience: 0, keepalive: true })
    const back = (event: PageTransitionEvent): void => {
      if (event.persisted) void tell()
    }
    addEventListener('pagehide', left)
    addEventListener('pageshow', back)
    return () => {
      removeEventListener('pagehide', left)
      removeEventListener('pageshow', back)
    }
  }, [ask, tell, token, live])

  const greet = async (): Promise<void> => {
    setState('greeting')
    setError(null)
    const greeted = await ask('handoff.greet', { token })
    if (greeted.ok) {
      memory.write(greetedKey, true)
      return setState('greeted')
    }
    if (greeted.error.code === 'handoff-over') return setState('over')
    setError(greeted.error)
    setState('open')
  }
  return { state, error, greet, again: () => void tell() }
}
