import { defineCommand } from '../../pipeline/command.ts'
import { sendCode } from './send-code.ts'

/** Sends a code (R2.2). Errors: those of `sendCode`. */
export const codeRequest = defineCommand('code.request', {
  run: (context, { email, language }) => sendCode(context, email, language),
})
