import { failure } from '../../../../shared/contract/errors.ts'
import { activationOf } from '../../engine/activation.ts'
import { sendCode } from '../identity/send-code.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** A link that logs in no more leads to the account by a code (R4.2). Errors: `activation-unknown`, those of `sendCode`. */
export const activationCode = defineCommand('activation.code', {
  run(run, { token }) {
    const found = activationOf(run, token)
    if (!found) return failure('activation-unknown')
    return sendCode(run, found.profile.email, found.invitation.language)
  },
})
