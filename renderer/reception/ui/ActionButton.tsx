import type { LucideIcon } from 'lucide-react'
import type { PayloadOf } from '../../../shared/contract/commands.ts'
import type { StaffCommandType } from '../../../shared/contract/ipc.ts'
import { Button } from '../../ui/Button.tsx'
import { useAction } from '../state/useAction.ts'
import { Outcome } from './Outcome.tsx'

/** The action begins, and how it ended: for a list that keeps its rows until their results were read. */
export interface ActionEvents {
  onStart?: () => void
  onEnd?: (done: boolean) => void
}

interface Props<T extends StaffCommandType> extends ActionEvents {
  type: T
  payload: PayloadOf<T>
  label: string
  icon: LucideIcon
  /** What is said once it is done; the button is then gone. */
  done: string
  /** False when there is nothing to do any more: only the result is shown, while there is one. */
  offered?: boolean
  /** Whom it is about, where the label alone does not say it. */
  about?: string
  className?: string
}

/** A staff command of one tap, and its result in its place (R8.2). */
export function ActionButton<T extends StaffCommandType>(props: Props<T>) {
  const { type, payload, label, icon, done, offered = true, about, className, onStart, onEnd } = props
  const action = useAction(type)
  const working = action.state.phase === 'working'
  const run = async (): Promise<void> => {
    onStart?.()
    // Not within `onEnd?.(…)`: without an `onEnd` its argument, and so the command, would never run.
    const isDone = await action.run(payload)
    onEnd?.(isDone)
  }
  return (
    <div className={['action', className].filter(Boolean).join(' ')}>
      {action.state.phase !== 'done' && offered && (
        <Button
          label={label}
          icon={icon}
          aria-description={about}
          busy={working}
          disabled={working}
          onClick={() => void run()}
        />
      )}
      <Outcome state={action.state} done={done} />
    </div>
  )
}
