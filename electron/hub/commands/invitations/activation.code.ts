import { failure } from '../../../../shared/contract/errors.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { sendCode } from '../identity/send-code.ts'
import { activationOf } from './invitations.ts'

/** A link that logs in no more leads to the account by a code (R4.2). Errors: `activation-unknown`, those of `sendCode`. */
export const activationCode = defineCommand('activation.code', {
  run(context, { token }) {
    const found = activationOf(context, token)
    if (!found) return failure('activation-unknown')
    return sendCode(context, found.profile.email, found.invitation.language)
  },
})
