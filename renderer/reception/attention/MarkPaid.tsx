import { Wallet } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { OrderRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'

interface Props {
  order: OrderRow
  onStart?: () => void
  onEnd?: (done: boolean) => void
}

/** Notes that somebody paid at the desk (R3.5). */
export function MarkPaid({ order, onStart, onEnd }: Props) {
  const { t } = useWords()
  const action = useAction('staff.markPaid')
  const pay = async (): Promise<void> => {
    onStart?.()
    onEnd?.(await action.run({ order: order.id }))
  }
  return (
    <div className="deed">
      {action.state.phase !== 'done' && order.state === 'due' && (
        <Button
          label={t('attention.markPaid')}
          icon={Wallet}
          busy={action.state.phase === 'working'}
          disabled={action.state.phase === 'working'}
          onClick={() => void pay()}
        />
      )}
      <Outcome state={action.state} done={t('attention.paid')} />
    </div>
  )
}
