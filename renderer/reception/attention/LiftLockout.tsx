import { LockOpen } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { LockoutRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'

interface Props {
  lockout: LockoutRow
  onStart?: () => void
  onEnd?: (done: boolean) => void
}

/** Lets a locked-out email try again (R2.3, R8.2). */
export function LiftLockout({ lockout, onStart, onEnd }: Props) {
  const { t } = useWords()
  const action = useAction('staff.liftLockout')
  const lift = async (): Promise<void> => {
    onStart?.()
    onEnd?.(await action.run({ lockout: lockout.id }))
  }
  return (
    <div className="deed">
      {action.state.phase !== 'done' && (
        <Button
          label={t('attention.lift')}
          icon={LockOpen}
          busy={action.state.phase === 'working'}
          disabled={action.state.phase === 'working'}
          onClick={() => void lift()}
        />
      )}
      <Outcome state={action.state} done={t('attention.lifted')} />
    </div>
  )
}
