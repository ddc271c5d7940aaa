import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { emailSchema, type Language, personNameSchema } from '../../../shared/contract/basics.ts'
import { Field } from '../../ui/Field.tsx'
import { useAction } from '../state/useAction.ts'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { LanguageSelect } from '../ui/LanguageSelect.tsx'
import { Outcome } from '../ui/Outcome.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { CodeCard } from './CodeCard.tsx'

/** Staff vouch for somebody who walked in without a mailbox at hand (R2.7). */
export function Vouch() {
  const { t, error } = useWords()
  const { store } = useDeskHandle()
  const home = useDesk((state) => state.view?.location?.languages[0] ?? 'en')
  const action = useAction('staff.vouch', { keep: true })
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [language, setLanguage] = useState<Language>(home)
  const [wrong, setWrong] = useState({ email: false, name: false })
  const issued = action.state.phase === 'done' ? action.state.value : null
  const close = (): void => store.setState({ beside: null })

  const check = (): boolean => {
    const found = {
      email: !emailSchema.safeParse(email).success,
      name: !personNameSchema.safeParse(name).success,
    }
    setWrong(found)
    return !found.email && !found.name
  }
  if (issued) return <CodeCard issued={issued} onDone={close} />
  return (
    <>
      <ReasonForm
        ask={t('code.vouchAsk')}
        presets={[t('code.presets.guest'), t('code.presets.id'), t('code.presets.noPhone')]}
        submit={t('code.vouch')}
        icon={Handshake}
        kind="primary"
        busy={action.state.phase === 'working'}
        check={check}
        onSubmit={(reason) => void action.run({ email: email.trim(), name: name.trim(), language, reason })}
        onCancel={close}
      >
        <Field
          label={t('invite.email')}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          value={email}
          error={wrong.email ? error({ code: 'email-invalid' }) : null}
          onChange={(event) => {
            setEmail(event.target.value)
            setWrong({ ...wrong, email: false })
          }}
        />
        <Field
          label={t('invite.name')}
          autoComplete="off"
          maxLength={120}
          value={name}
          error={wrong.name ? error({ code: 'name-needed' }) : null}
          onChange={(event) => {
            setName(event.target.value)
            setWrong({ ...wrong, name: false })
          }}
        />
        <LanguageSelect value={language} onPick={setLanguage} />
      </ReasonForm>
      <Outcome state={action.state} done="" />
    </>
  )
}
