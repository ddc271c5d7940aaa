import { sendCode } from './send-code.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Sends a code (R2.2). Errors: those of `sendCode`. */
export const codeRequest = defineCommand('code.request', {
  run: (run, { email, language }) => sendCode(run, email, language),
})
