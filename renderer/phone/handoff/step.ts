import type { HandoffStep } from '../../../shared/contract/commands/phones.ts'
import type { SignIn } from '../../../shared/domain/sign-in.ts'

/** How far somebody is, as the kiosk is told (R7.4). */
export function stepOf({ step, email }: Pick<SignIn, 'step' | 'email'>): HandoffStep {
  if (step === 'code') return 'code'
  return email === '' ? 'opened' : 'email'
}
