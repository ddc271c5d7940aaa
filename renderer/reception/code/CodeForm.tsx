import { Handshake, KeyRound } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { emailSchema, type Language, personNameSchema } from '../../../shared/contract/basics.ts'
import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { Field } from '../../ui/Field.tsx'
import { type FormSchema, useForm } from '../../ui/useForm.ts'
import { peopleOf } from '../data/people.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { LanguageSelect } from '../ui/LanguageSelect.tsx'
import { FormOutcome } from '../ui/Outcome.tsx'
import { FormWithReason, reasonRule } from '../ui/ReasonForm.tsx'
import { CodeCard } from './CodeCard.tsx'

interface Values {
  email: string
  name: string
  language: Language
  reason: string
}

const knownFields: FormSchema<Values, 'missing'> = {
  email: {
    maxLength: 254,
    check: (email) => (emailSchema.safeParse(email).success ? null : { code: 'email-invalid' }),
  },
  name: {},
  language: {},
  reason: reasonRule,
}
const walkInFields: FormSchema<Values, 'missing'> = {
  ...knownFields,
  name: {
    maxLength: 120,
    check: (name) => (personNameSchema.safeParse(name).success ? null : { code: 'name-needed' }),
  },
}

/**
 * A code for a person whom staff know; who is in the console's rows is suggested while typing. `withName`: for somebody
 * who walked in without a mailbox at hand and for whom staff vouch (R2.7).
 */
export function CodeForm({ withName }: { withName: boolean }) {
  const { t, error } = useWords()
  const { ask, showPanel } = useConsoleHandle()
  const home = useConsole((state) => state.view?.location?.languages[0] ?? 'en')
  const [issued, setIssued] = useState<OutcomeOf<'staff.issueCode'> | null>(null)
  const form = useForm<Values, 'missing'>(withName ? walkInFields : knownFields, {
    initial: { email: '', name: '', language: home, reason: '' },
    say: (fault) => (fault === 'missing' ? t('reason.needed') : error(fault)),
    submit: async ({ email, name, language, reason }) => {
      const result = withName
        ? await ask('staff.vouch', { email, name, language, reason })
        : await ask('staff.issueCode', { email, reason })
      if (!result.ok) return result.error
      setIssued(result.value)
      return null
    },
  })
  const close = (): void => showPanel(null)
  const known = [t('code.presets.known'), t('code.presets.id'), t('code.presets.noMail')]
  const walkIn = [t('code.presets.guest'), t('code.presets.id'), t('code.presets.noPhone')]

  if (issued) return <CodeCard issued={issued} onDone={close} />
  return (
    <>
      <FormWithReason
        form={form}
        ask={t(withName ? 'code.vouchAsk' : 'code.ask')}
        presets={withName ? walkIn : known}
        submit={t(withName ? 'code.vouch' : 'code.show')}
        icon={withName ? Handshake : KeyRound}
        kind="primary"
        busy={form.submitting}
        onCancel={close}
      >
        <EmailField suggest={!withName} {...form.text('email')} />
        {withName && (
          <>
            <Field label={t('invite.name')} autoComplete="off" {...form.text('name')} />
            <LanguageSelect value={form.values.language} onPick={(language) => form.change({ language })} />
          </>
        )}
      </FormWithReason>
      <FormOutcome form={form} />
    </>
  )
}

type EmailFieldProps = Omit<Parameters<typeof Field>[0], 'label'> & { suggest: boolean }

function EmailField({ suggest, ...field }: EmailFieldProps) {
  const { t } = useWords()
  const id = useId()
  const data = useConsole((state) => state.view?.data ?? null)
  const people = useMemo(() => (data && suggest ? peopleOf(data) : []), [data, suggest])
  return (
    <>
      <Field
        label={t('invite.email')}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        list={suggest ? id : undefined}
        {...field}
      />
      {suggest && (
        <datalist id={id}>
          {people.map(({ account, name, email }) => (
            <option key={account} value={email}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}
