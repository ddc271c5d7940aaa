import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import type { Form } from '../../ui/useForm.ts'
import type { ActionState } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import './outcome.css'

/** What became of an action, where it was asked for; announced politely. `working` is said only where waiting is long. */
export function Outcome({ state, done, working }: { state: ActionState; done: string; working?: string }) {
  const { error } = useWords()
  return (
    <output className="outcome-place">
      {state.phase === 'working' && working && (
        <span className="outcome outcome--wait">
          <LoaderCircle aria-hidden className="outcome__turn" />
          <span>{working}</span>
        </span>
      )}
      {state.phase === 'done' && (
        <span className="outcome outcome--good">
          <CircleCheck aria-hidden />
          <span>{done}</span>
        </span>
      )}
      {state.phase === 'failed' && (
        <span
          className={
            state.error.code === 'door-unknown-outcome' ? 'outcome outcome--wait' : 'outcome outcome--bad'
          }
        >
          <CircleAlert aria-hidden />
          <span>{error(state.error)}</span>
        </span>
      )}
    </output>
  )
}

/** What became of a form: what the hub refused and no field shows, or that it is done. */
export function FormOutcome<V, W extends string>({ form, done = '' }: { form: Form<V, W>; done?: string }) {
  const { failure } = form
  if (failure) return <Outcome state={{ phase: 'failed', error: failure }} done="" />
  return (
    <Outcome state={form.done && done ? { phase: 'done', value: null } : { phase: 'idle' }} done={done} />
  )
}
