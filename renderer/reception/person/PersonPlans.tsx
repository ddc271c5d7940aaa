import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { SubscriptionRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'
import { GivePlan } from './GivePlan.tsx'
import { PlanRow } from './PlanRow.tsx'

interface Props {
  account: string
  subscriptions: SubscriptionRow[]
}

/** The person's plans, and how one is ended or given (R8.2). The result stands here, as a plan's row goes with it. */
export function PersonPlans({ account, subscriptions }: Props) {
  const { t } = useWords()
  const [done, setDone] = useState('')
  const giving = useDisclosure()
  const { triggerId } = giving
  const give = useAction('staff.subscribe')
  const end = useAction('staff.endPlan')
  const shown = end.state.phase === 'idle' ? give : end

  // The row of a plan that was taken back is gone, and the focus with it.
  const count = subscriptions.length
  const counted = useRef(count)
  useEffect(() => {
    if (count < counted.current && document.activeElement === document.body) {
      document.getElementById(triggerId)?.focus({ preventScroll: true })
    }
    counted.current = count
  }, [count, triggerId])

  const reset = (): void => {
    end.reset()
    give.reset()
  }
  return (
    <div className="person__part">
      <h3>{t('plans.heading')}</h3>
      {subscriptions.length === 0 && <p className="row__soft">{t('plans.none')}</p>}
      <ul className="rows person__rows">
        {subscriptions.map((row) => (
          <PlanRow
            key={row.id}
            row={row}
            busy={end.state.phase === 'working'}
            onStart={reset}
            onEnd={async (endsOn, reason, words) => {
              setDone(words)
              await end.run({ subscription: row.id, endsOn, reason })
            }}
          />
        ))}
      </ul>
      {!giving.open && (
        <Button
          id={giving.triggerId}
          label={t('plans.give')}
          icon={Plus}
          onClick={() => {
            reset()
            giving.start()
          }}
        />
      )}
      {giving.open && (
        <GivePlan
          busy={give.state.phase === 'working'}
          onCancel={giving.close}
          onGive={async (plan, startsOn, words) => {
            setDone(words)
            if (await give.run({ account, plan, startsOn })) giving.close()
          }}
        />
      )}
      <Outcome state={shown.state} done={done} />
    </div>
  )
}
