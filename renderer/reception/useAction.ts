import { useCallback, useEffect, useState } from 'react'
import type { FoyerError } from '../../shared/contract/errors.ts'
import type { PortInput, PortVerb } from '../../shared/contract/ipc.ts'
import { useDeskHandle } from './useDesk.ts'

/** How an action stands: every one is confirmed by its result, in the place where it was asked for (R8.2). */
export type ActionState =
  | { phase: 'idle' }
  | { phase: 'working' }
  | { phase: 'done'; value: unknown }
  | { phase: 'failed'; error: FoyerError }

export interface Action<V extends PortVerb<'reception'>> {
  state: ActionState
  /** True when it was done. */
  run: (input: PortInput<'reception', V>) => Promise<boolean>
  reset: () => void
}

const idle: ActionState = { phase: 'idle' }
/** A "done" that stays would be taken for news; a failure stays until it was dealt with. */
const doneShownFor = 10_000

/** One action of the console and its result. `keep`: the result is there to be read as long as one likes. */
export function useAction<V extends PortVerb<'reception'>>(verb: V, { keep = false } = {}): Action<V> {
  const { request } = useDeskHandle()
  const [state, setState] = useState<ActionState>(idle)

  const run = useCallback(
    async (input: PortInput<'reception', V>) => {
      setState({ phase: 'working' })
      const result = await request(verb, input)
      setState(result.ok ? { phase: 'done', value: result.value } : { phase: 'failed', error: result.error })
      return result.ok
    },
    [request, verb],
  )
  const reset = useCallback(() => setState(idle), [])

  useEffect(() => {
    if (state.phase !== 'done' || keep) return
    const timer = setTimeout(reset, doneShownFor)
    return () => clearTimeout(timer)
  }, [state, keep, reset])

  return { state, run, reset }
}
