import { KeyRound } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { emailSchema } from '../../../shared/contract/basics.ts'
import { Field } from '../../ui/Field.tsx'
import { peopleOf } from '../data/person.ts'
import { useAction } from '../state/useAction.ts'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { CodeCard } from './CodeCard.tsx'

/** A code for a person whom the staff know (R2.7); who is in the console's rows is suggested while typing. */
export function IssueCode() {
  const { t, error } = useWords()
  const { store } = useDeskHandle()
  const id = useId()
  const data = useDesk((state) => state.view?.data ?? null)
  const people = useMemo(() => (data ? peopleOf(data) : []), [data])
  const action = useAction('staff.issueCode', { keep: true })
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState(false)
  const issued = action.state.phase === 'done' ? action.state.value : null
  const close = (): void => store.setState({ beside: null })

  const check = (): boolean => {
    const { success } = emailSchema.safeParse(email)
    setWrong(!success)
    return success
  }
  if (issued) return <CodeCard issued={issued} onDone={close} />
  return (
    <>
      <ReasonForm
        ask={t('code.ask')}
        presets={[t('code.presets.known'), t('code.presets.id'), t('code.presets.noMail')]}
        submit={t('code.show')}
        icon={KeyRound}
        kind="primary"
        busy={action.state.phase === 'working'}
        check={check}
        onSubmit={(reason) => void action.run({ email: email.trim(), reason })}
        onCancel={close}
      >
        <Field
          label={t('invite.email')}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          list={`${id}-people`}
          value={email}
          error={wrong ? error({ code: 'email-invalid' }) : null}
          onChange={(event) => {
            setEmail(event.target.value)
            setWrong(false)
          }}
        />
        <datalist id={`${id}-people`}>
          {people.map((one) => (
            <option key={one.account} value={one.email}>
              {one.name}
            </option>
          ))}
        </datalist>
      </ReasonForm>
      <Outcome state={action.state} done="" />
    </>
  )
}
