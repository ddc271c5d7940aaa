import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Question } from '../parts/Question.tsx'
import { useErrorText, usePhone } from '../phone.ts'
import { CodeStep } from '../sign-in/CodeStep.tsx'
import { useSignIn } from '../sign-in/useSignIn.ts'
import type { Looked } from './links.ts'

interface ByCodeProps {
  token: string
  looked: Looked
  onDone: () => void
}

/** A link that is used or late still leads to the account, by a code to the address that it is for (R4.2). */
export function ByCode({ token, looked: { state, email }, onDone }: ByCodeProps) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const page = useSignIn({
    key: `activate.${token}`,
    request: () => ask('activation.code', { token }),
    verify: async (_email, code) => {
      const verified = await ask('activation.verify', { token, code })
      if (verified.ok) onDone()
      return verified
    },
  })
  const error = useErrorText()(page.state.error)
  if (page.state.step === 'code') return <CodeStep page={page} email={email} fixed />
  return (
    <Question
      title={t(state === 'late' ? 'activate.lateTitle' : 'activate.usedTitle')}
      text={t('activate.codeText', { email })}
    >
      {error && <FieldError text={error} />}
      {page.state.error?.code === 'activation-unknown' ? (
        <LinkButton href="/me" label={t('activate.signIn')} />
      ) : (
        <Button
          kind="primary"
          wide
          icon={ArrowRight}
          label={t('email.send')}
          busy={page.waiting === 'mail'}
          onClick={() => void page.send(email)}
        />
      )}
    </Question>
  )
}
