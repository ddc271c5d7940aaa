import { CircleStop } from 'lucide-react'
import { Field } from '../../ui/Field.tsx'
import { useForm } from '../../ui/useForm.ts'
import { dayFrom, lastDayOf, planWord } from '../data/plans.ts'
import type { SubscriptionRow } from '../data/rows.ts'
import { useToday } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { FormWithReason, reasonRule } from '../ui/ReasonForm.tsx'

interface Values {
  endsOn: string
  reason: string
}

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
  const form = useForm<Values, 'missing'>(
    { endsOn: { check: dayFrom(today) }, reason: reasonRule },
    {
      initial: { endsOn: lastDayOf(row, today), reason: '' },
      say: (fault) => (fault === 'missing' ? t('reason.needed') : error(fault)),
      submit: ({ endsOn, reason }) => {
        const takesBack = endsOn < row.startsOn
        const words = t(takesBack ? 'plans.takenBack' : 'plans.ended', { day: day(endsOn) })
        void onEnd(endsOn, reason, words)
      },
    },
  )
  const coming = planWord(row, today) === 'coming'
  const presets = [t('plans.presets.asked'), t('plans.presets.unpaid'), t('plans.presets.mistake')]
  const { endsOn } = form.values
  return (
    <FormWithReason
      form={form}
      ask={t(coming ? 'plans.takeBackAsk' : 'plans.endAsk', { plan: row.planName })}
      presets={presets}
      submit={t('plans.end')}
      icon={CircleStop}
      kind="danger"
      busy={busy}
      onCancel={onCancel}
    >
      <Field
        type="date"
        label={t('plans.lastDay')}
        min={today}
        hint={endsOn && day(endsOn)}
        {...form.text('endsOn')}
      />
    </FormWithReason>
  )
}
