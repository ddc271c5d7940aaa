import { CodeStep } from './CodeStep.tsx'
import { EmailStep } from './EmailStep.tsx'
import type { SignInPage } from './useSignIn.ts'

/** Email, then code. */
export function SignInSteps({ page, title, text }: { page: SignInPage; title: string; text: string }) {
  return page.state.step === 'email' ? (
    <EmailStep page={page} title={title} text={text} />
  ) : (
    <CodeStep page={page} email={page.state.email} />
  )
}
