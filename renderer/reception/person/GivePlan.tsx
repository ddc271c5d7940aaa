import { Check } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useForm } from '../../ui/useForm.ts'
import { dayFrom, offersOf } from '../data/plans.ts'
import { useRows, useToday } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { useEscape, useFocusFirst } from '../ui/focus.ts'
import { Select } from '../ui/Select.tsx'

interface Values {
  plan: string
  startsOn: string
}

interface Props {
  busy: boolean
  onCancel: () => void
  /** `words`: what is said once it is done. */
  onGive: (plan: string, startsOn: string, words: string) => Promise<void>
}

/** Gives the person a plan from a day on (R8.2). */
export function GivePlan({ busy, onCancel, onGive }: Props) {
  const { t, day, error } = useWords()
  const today = useToday()
  const plans = offersOf(useRows('offer'), 'plan')
  const place = useFocusFirst<HTMLDivElement>()
  useEscape(place, onCancel)
  const form = useForm<Values>(
    { plan: {}, startsOn: { check: dayFrom(today) } },
    {
      initial: { plan: '', startsOn: today },
      say: error,
      submit: ({ startsOn }) => {
        if (plan) void onGive(plan.id, startsOn, t('plans.given', { plan: plan.name, day: day(startsOn) }))
      },
    },
  )
  const { startsOn } = form.values
  /** The first one until another is chosen. */
  const plan = plans.find(({ id }) => id === form.values.plan) ?? plans[0]
  return (
    <div ref={place} className="person__give">
      <form {...form.props} className="form">
        {plan ? (
          <>
            <Select
              label={t('invite.plan')}
              value={plan.id}
              options={plans.map(({ id, name }) => ({ value: id, word: name }))}
              onChange={(event) => form.change({ plan: event.target.value })}
            />
            <Field
              type="date"
              label={t('invite.startsOn')}
              min={today}
              hint={startsOn && day(startsOn)}
              {...form.text('startsOn')}
            />
          </>
        ) : (
          <p className="row__soft">{t('plans.noneOffered')}</p>
        )}
        <div className="form__actions">
          {plan && (
            <Button
              label={t('plans.giveNow')}
              icon={Check}
              kind="primary"
              type="submit"
              busy={busy}
              disabled={busy}
            />
          )}
          <Button label={t('reason.cancel')} kind="plain" onClick={onCancel} />
        </div>
      </form>
    </div>
  )
}
