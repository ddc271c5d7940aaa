import { KeyRound } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { CodeCard } from '../code/CodeCard.tsx'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'

/** A code for this person, told by mouth (R2.7). It is held nowhere but in this part of the screen. */
export function PersonCode({ email }: { email: string }) {
  const { t } = useWords()
  const question = useDisclosure()
  const action = useAction('staff.issueCode', { keep: true })
  const issued = action.state.phase === 'done' ? action.state.value : null
  const close = (): void => {
    action.reset()
    question.close()
  }
  const presets = [t('code.presets.known'), t('code.presets.id'), t('code.presets.noMail')]
  return (
    <div className="person__part person__part--joined">
      {!question.open && (
        <Button id={question.triggerId} label={t('code.issue')} icon={KeyRound} onClick={question.start} />
      )}
      {question.open && !issued && (
        <ReasonForm
          ask={t('code.ask')}
          presets={presets}
          submit={t('code.show')}
          icon={KeyRound}
          kind="primary"
          busy={action.state.phase === 'working'}
          onSubmit={(reason) => void action.run({ email, reason })}
          onCancel={close}
        />
      )}
      {action.state.phase === 'failed' && <Outcome state={action.state} done="" />}
      {issued && <CodeCard issued={issued} onDone={close} />}
    </div>
  )
}
