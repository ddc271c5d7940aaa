import { useLocale, usePhone } from '../phone.ts'
import type { SignInOptions } from './useSignIn.ts'

/** The commands by which everybody proves their email (R2). */
export function useOwnCommands(): Pick<SignInOptions, 'request' | 'verify'> {
  const { ask } = usePhone()
  const { language } = useLocale()
  return {
    request: (email) => ask('code.request', { email, language }),
    verify: (email, code) => ask('code.verify', { email, code, language }),
  }
}
