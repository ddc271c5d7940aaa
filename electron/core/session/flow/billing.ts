import { billingSchema } from '../../../../shared/contract/basics.ts'
import { type Answers, type Handlers } from '../events.ts'
import { go, sendCommand, show, stay } from '../steps.ts'
import { toAccount } from './arriving.ts'
import { goOn } from './requests.ts'

/** Billing details: on the way to something that costs, or from the account page (R3.3). */
export const billingHandlers: Handlers<'editBilling' | 'saveBilling'> = {
  editBilling: (state) =>
    state.signedIn && state.screen.name === 'account' && !state.waiting
      ? go({ ...state, pending: null }, { name: 'billing', typed: null, error: null })
      : stay(state),
  saveBilling: (state, { name, street, postalCode, city, country, taxId }) => {
    const { screen, signedIn } = state
    if (screen.name !== 'billing' || !signedIn || state.waiting) return stay(state)
    const typed = { name, street, postalCode, city, country: country.trim().toUpperCase(), taxId }
    const checked = billingSchema.safeParse(typed)
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? 'input')
      return show(state, { ...screen, typed, error: { code: 'invalid-input', params: { field } } })
    }
    const next = { ...state, screen: { ...screen, typed: checked.data, error: null } }
    return sendCommand(next, signedIn, { type: 'billing.save', payload: checked.data })
  },
}

export const billingAnswers: Answers<'billing.save'> = {
  'billing.save': (state, _command, context) =>
    state.pending
      ? goOn(state, state.pending, context)
      : toAccount({ ...state, notice: { code: 'billing-saved' } }),
}
