import type { HandoffStep } from '../../../../shared/contract/commands/phones.ts'

export const phoneSteps = ['opened', 'email', 'code', 'profile'] as const
export type PhoneStep = (typeof phoneSteps)[number]

/** Where each step stands while somebody is at `step` on their phone: the page has been opened once anything is said at all. */
export function stepStates(step: HandoffStep): Record<PhoneStep, 'done' | 'now' | 'next'> | null {
  if (step === 'left') return null
  // "Opened" is a fact: what they do now is their email.
  const at = Math.max(1, phoneSteps.indexOf(step))
  const state = (one: PhoneStep): 'done' | 'now' | 'next' => {
    const i = phoneSteps.indexOf(one)
    return i < at ? 'done' : i === at ? 'now' : 'next'
  }
  return { opened: state('opened'), email: state('email'), code: state('code'), profile: state('profile') }
}
