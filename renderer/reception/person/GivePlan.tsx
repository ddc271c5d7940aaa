import { Check } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { offersOf } from '../data/plans.ts'
import { useRows } from '../state/useConsole.ts'
import { useToday } from '../state/useToday.ts'
import { useWords } from '../state/words.ts'
import { Select } from '../ui/Select.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useFocusInside } from '../ui/useFocusInside.ts'

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
  const [picked, setPicked] = useState('')
  const [startsOn, setStartsOn] = useState(today)
  const [tried, setTried] = useState(false)
  const place = useFocusInside<HTMLDivElement>()
  useEscape(place, onCancel)
  const plan = plans.find(({ id }) => id === picked) ?? plans[0]
  const wrongDay = tried && startsOn < today

  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!plan || startsOn < today) return
    void onGive(plan.id, startsOn, t('plans.given', { plan: plan.name, day: day(startsOn) }))
  }
  return (
    <div ref={place} className="person__give">
      <form className="form" noValidate onSubmit={send}>
        {plans.length === 0 && <p className="row__soft">{t('plans.noneOffered')}</p>}
        {plan && (
          <Select
            label={t('invite.plan')}
            value={plan.id}
            options={plans.map(({ id, name }) => ({ value: id, word: name }))}
            onChange={(event) => setPicked(event.target.value)}
          />
        )}
        {plan && (
          <Field
            type="date"
            label={t('invite.startsOn')}
            min={today}
            value={startsOn}
            hint={startsOn && day(startsOn)}
            error={wrongDay ? error({ code: startsOn === '' ? 'invalid-input' : 'date-past' }) : null}
            onChange={(event) => setStartsOn(event.target.value)}
          />
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
