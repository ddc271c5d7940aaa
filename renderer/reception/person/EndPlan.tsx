import { CircleStop } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { lastDayOf, planWord } from '../data/plans.ts'
import type { SubscriptionRow } from '../data/rows.ts'
import { useToday } from '../state/useToday.ts'
import { useWords } from '../state/words.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'

interface Props {
  row: SubscriptionRow
  busy: boolean
  onCancel: () => void
  /** `words`: what is said once it is done. */
  onEnd: (endsOn: string, reason: string, words: string) => Promise<void>
}

/** Asks for the last day of a plan and why (R8.2). A plan to come is taken back by the day before its first. */
export function EndPlan({ row, busy, onCancel, onEnd }: Props) {
  const { t, day, error } = useWords()
  const today = useToday()
  const [endsOn, setEndsOn] = useState(() => lastDayOf(row, today))
  const [wrong, setWrong] = useState(false)
  const coming = planWord(row, today) === 'coming'
  const takesBack = endsOn < row.startsOn
  const presets = [t('plans.presets.asked'), t('plans.presets.unpaid'), t('plans.presets.mistake')]

  const check = (): boolean => {
    const isWrong = endsOn < today
    setWrong(isWrong)
    return !isWrong
  }
  return (
    <ReasonForm
      ask={t(coming ? 'plans.takeBackAsk' : 'plans.endAsk', { plan: row.planName })}
      presets={presets}
      submit={t('plans.end')}
      icon={CircleStop}
      kind="danger"
      busy={busy}
      check={check}
      onSubmit={(reason) =>
        void onEnd(endsOn, reason, t(takesBack ? 'plans.takenBack' : 'plans.ended', { day: day(endsOn) }))
      }
      onCancel={onCancel}
    >
      <Field
        type="date"
        label={t('plans.lastDay')}
        min={today}
        value={endsOn}
        hint={endsOn && day(endsOn)}
        error={wrong ? error({ code: endsOn === '' ? 'invalid-input' : 'date-past' }) : null}
        onChange={(event) => setEndsOn(event.target.value)}
      />
    </ReasonForm>
  )
}
