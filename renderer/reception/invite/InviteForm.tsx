import { MailPlus } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { type Form, useForm } from '../../ui/useForm.ts'
import { blankInvite, type InviteDraft, invitationOf, inviteFields, stillOffered } from '../data/invite.ts'
import { offersOf } from '../data/plans.ts'
import { useConsole, useConsoleHandle, useRows, useToday } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import '../ui/form.css'
import { LanguageSelect } from '../ui/LanguageSelect.tsx'
import { FormOutcome } from '../ui/Outcome.tsx'
import { Select } from '../ui/Select.tsx'
import { OfferPicks } from './OfferPicks.tsx'

export interface Invited {
  id: string
  name: string
  email: string
}

const roles = ['member', 'administrator'] as const

/** Everything that an invitation prefills (R4.1). What is wrong stands at its field, also what the hub refused. */
export function InviteForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const { t, day } = useWords()
  const today = useToday()
  const offers = useRows('offer')
  const form = useInviteForm(onInvited)
  const { role, plan, language, resources, startsOn } = form.values
  const plans = offersOf(offers, 'plan').map(({ id, name }) => ({ value: id, word: name }))

  return (
    <form {...form.props} className="form">
      <Field
        label={t('invite.email')}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        {...form.text('email')}
      />
      <Field label={t('invite.name')} autoComplete="off" {...form.text('name')} />
      <Field label={t('invite.company')} autoComplete="off" {...form.text('company')} />
      <div className="form__pair">
        <LanguageSelect value={language} onPick={(picked) => form.change({ language: picked })} />
        <Select
          label={t('invite.role')}
          value={role}
          options={roles.map((one) => ({ value: one, word: t(`invite.roles.${one}`) }))}
          onChange={(event) => form.change({ role: event.target.value === roles[1] ? roles[1] : roles[0] })}
        />
      </div>
      <Select
        label={t('invite.plan')}
        value={plan}
        error={form.error('plan')}
        options={[{ value: '', word: t('invite.noPlan') }, ...plans]}
        onChange={(event) => form.change({ plan: event.target.value })}
      />
      <OfferPicks
        offers={offersOf(offers, 'desk', 'office')}
        picked={resources}
        error={form.error('resources')}
        onPick={(picked) => form.change({ resources: picked })}
      />
      <Field
        type="date"
        label={t('invite.startsOn')}
        min={today}
        hint={startsOn && day(startsOn)}
        {...form.text('startsOn')}
      />
      <FormOutcome form={form} />
      <div className="form__actions form__actions--kept">
        <Button
          label={t('invite.send')}
          icon={MailPlus}
          kind="primary"
          type="submit"
          busy={form.submitting}
          disabled={form.submitting}
        />
      </div>
    </form>
  )
}

/** The invitation that is being written: it outlives its panel, but not the lock (R8.5). */
function useInviteForm(onInvited: (invited: Invited) => void): Form<InviteDraft, never> {
  const { error } = useWords()
  const { store, ask } = useConsoleHandle()
  const today = useToday()
  const home = useConsole((state) => state.view?.location?.languages[0] ?? 'en')
  const begun = useConsole((state) => state.drafts.invite)
  const offers = useRows('offer')
  const keep = (invite: InviteDraft | null): void =>
    store.setState(({ drafts }) => ({ drafts: { ...drafts, invite } }))
  return useForm<InviteDraft>(
    useMemo(() => inviteFields(today), [today]),
    {
      initial: blankInvite(home, today),
      draft: [begun && stillOffered(begun, offers), keep],
      say: error,
      submit: async (draft) => {
        const result = await ask('staff.invite', invitationOf(draft))
        if (!result.ok) return result.error
        onInvited({ id: result.value.invitation, name: draft.name, email: draft.email })
        return null
      },
    },
  )
}
