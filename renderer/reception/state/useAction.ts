import { useCallback, useEffect, useState } from 'react'
import type { OutcomeOf, PayloadOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { PortInput, StaffCommandType } from '../../../shared/contract/ipc.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { useConsoleHandle } from './useConsole.ts'

/** How an action stands: every one is confirmed by its result, in the place where it was asked for (R8.2). */
export type ActionState<V = unknown> =
  | { phase: 'idle' }
  | { phase: 'working' }
  | { phase: 'done'; value: V }
  | { phase: 'failed'; error: FoyerError }

export interface Action<I, V> {
  state: ActionState<V>
  /** True when it was done. */
  run: (input: I) => Promise<boolean>
  reset: () => void
}

const idle = { phase: 'idle' } as const
/** Milliseconds. A "done" that stays would be taken for news; a failure stays until it was dealt with. */
const doneShownFor = 10_000

/** One staff command and what became of it. `keep`: the result is there to be read as long as one likes. */
export function useAction<T extends StaffCommandType>(
  type: T,
  { keep = false } = {},
): Action<PayloadOf<T>, OutcomeOf<T>> {
  const { ask } = useConsoleHandle()
  const send = useCallback((payload: PayloadOf<T>) => ask(type, payload), [ask, type])
  return useSending(send, keep)
}

/** Unlocking with a PIN (R8.5): the one action that is no command, as there is no session to send it in. */
export function useSignIn(): Action<PortInput<'reception', 'signIn'>, unknown> {
  const { request } = useConsoleHandle()
  const send = useCallback((input: PortInput<'reception', 'signIn'>) => request('signIn', input), [request])
  return useSending(send, false)
}

function useSending<I, V>(send: (input: I) => Promise<Result<V, FoyerError>>, keep: boolean): Action<I, V> {
  const [state, setState] = useState<ActionState<V>>(idle)
  const run = useCallback(
    async (input: I) => {
      setState({ phase: 'working' })
      const result = await send(input)
      setState(result.ok ? { phase: 'done', value: result.value } : { phase: 'failed', error: result.error })
      return result.ok
    },
    [send],
  )
  const reset = useCallback(() => setState(idle), [])

  useEffect(() => {
    if (state.phase !== 'done' || keep) return
    const timer = setTimeout(reset, doneShownFor)
    return () => clearTimeout(timer)
  }, [state, keep, reset])

  return { state, run, reset }
}
