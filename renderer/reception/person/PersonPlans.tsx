import { CircleCheck, Clock, Hourglass, type LucideIcon, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { Tone } from '../data/activity.ts'
import { type PlanWord, planWord } from '../data/plans.ts'
import type { SubscriptionRow } from '../data/rows.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useAsk } from '../ui/useAsk.ts'
import { useAction } from '../useAction.ts'
import { useToday } from '../useToday.ts'
import { useWords } from '../words.ts'
import { EndPlan } from './EndPlan.tsx'
import { GivePlan } from './GivePlan.tsx'
import { PlanSpan } from './PlanSpan.tsx'

const looks: Record<PlanWord, { icon: LucideIcon; tone: Tone }> = {
  coming: { icon: Clock, tone: 'quiet' },
  running: { icon: CircleCheck, tone: 'good' },
  ending: { icon: Hourglass, tone: 'wait' },
}

interface Props {
  account: string
  subscriptions: SubscriptionRow[]
}

/** The person's plans, and how one is ended or given (R8.2). The result stands here, as a plan's row goes with it. */
export function PersonPlans({ account, subscriptions }: Props) {
  const { t } = useWords()
  const today = useToday()
  const [done, setDone] = useState('')
  const giving = useAsk()
  const give = useAction('subscribe')
  const end = useAction('endPlan')
  const [ending, setEnding] = useState<string | null>(null)
  const shown = end.state.phase === 'idle' ? give : end

  const begin = (open: () => void): void => {
    end.reset()
    give.reset()
    open()
  }
  return (
    <div className="person__part">
      <h3>{t('plans.heading')}</h3>
      {subscriptions.length === 0 && <p className="row__soft">{t('plans.none')}</p>}
      <ul className="rows person__rows">
        {subscriptions.map((row) => {
          const word = planWord(row, today)
          return (
            <li key={row.id} className="row" data-row={row.id}>
              <div className="row__line row__line--spread">
                <span className="plan__name">{row.planName}</span>
                <Tag {...looks[word]} word={t(`plans.state.${word}`)} />
              </div>
              <PlanSpan row={row} />
              <EndPlan
                row={row}
                open={ending === row.id}
                busy={end.state.phase === 'working'}
                onStart={() => begin(() => setEnding(row.id))}
                onCancel={() => setEnding(null)}
                onEnd={async (endsOn, reason, words) => {
                  setDone(words)
                  await end.run({ subscription: row.id, endsOn, reason })
                  setEnding(null)
                }}
              />
            </li>
          )
        })}
      </ul>
      {!giving.open && (
        <Button
          id={giving.triggerId}
          label={t('plans.give')}
          icon={Plus}
          onClick={() => begin(giving.start)}
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
