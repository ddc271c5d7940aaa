import type { OutcomeOf } from '../../../../shared/contract/commands.ts'
import { maskEmail } from '../../../../shared/domain/email.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { activationOf } from './invitations.ts'

type Look = OutcomeOf<'activation.look'>

/** What a link is good for. Mail scanners follow links, so this changes nothing (R4.2). */
export const activationLook = defineCommand('activation.look', {
  readOnly: true,
  run(context, { token }) {
    const found = activationOf(context, token)
    if (!found) {
      const [language = 'en'] = context.place().row.languages
      return ok<Look>({ state: 'unknown', name: '', email: '', language })
    }
    const { state, invitation, profile } = found
    const name = state === 'fresh' ? profile.name : ''
    return ok<Look>({ state, name, email: maskEmail(profile.email), language: invitation.language })
  },
})
