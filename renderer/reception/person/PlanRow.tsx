import { CircleCheck, Clock, Hourglass, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { Tone } from '../data/activity.ts'
import { type PlanWord, planWord } from '../data/plans.ts'
import type { SubscriptionRow } from '../data/rows.ts'
import { useToday } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'
import { EndPlan } from './EndPlan.tsx'

const looks: Record<PlanWord, { icon: LucideIcon; tone: Tone }> = {
  coming: { icon: Clock, tone: 'quiet' },
  running: { icon: CircleCheck, tone: 'good' },
  ending: { icon: Hourglass, tone: 'wait' },
}

interface Props {
  row: SubscriptionRow
  busy: boolean
  onStart: () => void
  /** `words`: what is said once it is done. */
  onEnd: (endsOn: string, reason: string, words: string) => Promise<void>
}

/** One plan of a person: how it stands, and how it is ended. */
export function PlanRow({ row, busy, onStart, onEnd }: Props) {
  const { t } = useWords()
  const question = useDisclosure()
  const id = useId()
  const word = planWord(row, useToday())
  return (
    <li className="row" data-row={row.id}>
      <div className="row__line row__line--spread" id={id}>
        <span className="plan__name">{row.planName}</span>
        <Tag {...looks[word]} word={t(`plans.state.${word}`)} />
      </div>
      <div className="plan__body">
        <PlanSpan row={row} />
        {!question.open && (
          <Button
            id={question.triggerId}
            label={t('plans.end')}
            aria-describedby={id}
            onClick={() => {
              onStart()
              question.start()
            }}
          />
        )}
      </div>
      {question.open && (
        <EndPlan
          row={row}
          busy={busy}
          onCancel={question.close}
          onEnd={async (...end) => {
            await onEnd(...end)
            question.close()
          }}
        />
      )}
    </li>
  )
}

/** From when until when a plan runs, and when it is renewed. */
function PlanSpan({ row }: { row: SubscriptionRow }) {
  const { t, day } = useWords()
  const said = [
    t('plans.from', { day: day(row.startsOn) }),
    row.endsOn && t('plans.until', { day: day(row.endsOn) }),
    row.renewsOn && t('plans.renews', { day: day(row.renewsOn) }),
  ]
  return <p className="row__soft">{said.filter(Boolean).join(' · ')}</p>
}
