import { MailPlus } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { offersOf } from '../data/plans.ts'
import '../ui/form.css'
import { useRows } from '../state/useConsole.ts'
import { useToday } from '../state/useToday.ts'
import { useWords } from '../state/words.ts'
import { LanguageSelect } from '../ui/LanguageSelect.tsx'
import { Outcome } from '../ui/Outcome.tsx'
import { Select } from '../ui/Select.tsx'
import { OfferPicks } from './OfferPicks.tsx'
import { type Invited, useInvite } from './useInvite.ts'

const roles = ['member', 'administrator'] as const

/** Everything that an invitation prefills (R4.1). What is wrong stands at its field, also what the hub refused. */
export function InviteForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const { t, day } = useWords()
  const today = useToday()
  const offers = useRows('offer')
  const { draft, change, wrong, state, send, form } = useInvite(onInvited)
  const working = state.phase === 'working'
  const plans = offersOf(offers, 'plan').map(({ id, name }) => ({ value: id, word: name }))

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <form ref={form} className="form" noValidate onSubmit={submit}>
      <Field
        label={t('invite.email')}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        value={draft.email}
        error={wrong('email')}
        onChange={(event) => change({ email: event.target.value })}
      />
      <Field
        label={t('invite.name')}
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        error={wrong('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Field
        label={t('invite.company')}
        autoComplete="off"
        maxLength={120}
        value={draft.company}
        onChange={(event) => change({ company: event.target.value })}
      />
      <div className="form__pair">
        <LanguageSelect value={draft.language} onPick={(language) => change({ language })} />
        <Select
          label={t('invite.role')}
          value={draft.role}
          options={roles.map((role) => ({ value: role, word: t(`invite.roles.${role}`) }))}
          onChange={(event) => change({ role: event.target.value === roles[1] ? roles[1] : roles[0] })}
        />
      </div>
      <Select
        label={t('invite.plan')}
        value={draft.plan}
        error={wrong('plan')}
        options={[{ value: '', word: t('invite.noPlan') }, ...plans]}
        onChange={(event) => change({ plan: event.target.value })}
      />
      <OfferPicks
        offers={offersOf(offers, 'desk', 'office')}
        picked={draft.resources}
        error={wrong('resources')}
        onPick={(resources) => change({ resources })}
      />
      <Field
        type="date"
        label={t('invite.startsOn')}
        min={today}
        value={draft.startsOn}
        hint={draft.startsOn && day(draft.startsOn)}
        error={wrong('startsOn')}
        onChange={(event) => change({ startsOn: event.target.value })}
      />
      <Outcome state={state} done="" />
      <div className="form__actions form__actions--kept">
        <Button
          label={t('invite.send')}
          icon={MailPlus}
          kind="primary"
          type="submit"
          busy={working}
          disabled={working}
        />
      </div>
    </form>
  )
}
