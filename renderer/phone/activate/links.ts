import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { maskEmail } from '../../../shared/domain/email.ts'

export type Looked = OutcomeOf<'activation.look'>

/** Whether who is signed in on this phone is whom the link is for, as far as its masked address tells. */
export function isFor({ email }: Looked, signedIn: string | undefined): boolean {
  return signedIn !== undefined && email !== '' && maskEmail(signedIn) === email
}

/** What the page asks for: nothing to be clicked where the link leads to what one has already. */
export function activationStep(
  looked: Looked,
  signedIn: string | undefined,
): 'fresh' | 'mine' | 'code' | 'unknown' {
  if (looked.state === 'unknown') return 'unknown'
  if (looked.state === 'fresh') return 'fresh'
  return isFor(looked, signedIn) ? 'mine' : 'code'
}
