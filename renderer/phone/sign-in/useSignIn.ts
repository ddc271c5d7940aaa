import { useEffect, useReducer, useRef, useState } from 'react'
import { emailSchema } from '../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/person.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { isSpent, type SignIn, signIn, startSignIn } from '../../../shared/domain/sign-in.ts'
import { hubNow, usePhone } from '../phone.ts'

type Sent = Result<{ mail: string; resendAt: Instant; expiresAt: Instant }, FoyerError>

export interface SignInOptions {
  /** Under which name it is kept over a reload. */
  key: string
  request: (email: string) => Promise<Sent>
  verify: (email: string, code: string) => Promise<Result<{ person: Person }, FoyerError>>
}

export interface SignInPage {
  state: SignIn
  waiting: 'mail' | 'code' | null
  type: (email: string) => void
  send: (email: string) => Promise<void>
  submit: (code: string) => Promise<void>
  back: () => void
}

const pollMs = 2_000

/** Runs the flow of email and code: asks the hub, follows the mail, and keeps how far it is. */
export function useSignIn({ key, request, verify }: SignInOptions): SignInPage {
  const phone = usePhone()
  const [state, tell] = useReducer(
    signIn,
    null,
    () => (phone.memory.read(key) as SignIn | null) ?? startSignIn(),
  )
  const [waiting, setWaiting] = useState<SignInPage['waiting']>(null)
  const busy = useRef(false)
  useEffect(() => phone.memory.write(key, state), [phone, key, state])
  useMailStatus(state, tell)

  const during = async (what: 'mail' | 'code', run: () => Promise<void>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setWaiting(what)
    await run()
    busy.current = false
    setWaiting(null)
  }
  const requestCode = async (email: string): Promise<void> => {
    const result = await request(email)
    const now = hubNow(phone)
    if (result.ok) tell({ name: 'sent', email, now, ...result.value })
    else tell({ name: 'notSent', email, error: result.error, now, anyCode: true })
  }
  return {
    state,
    waiting,
    type: (email) => tell({ name: 'typed', email }),
    send: (email) => during('mail', () => requestCode(email)),
    submit: (code) =>
      during('code', async () => {
        const result = await verify(state.email, code)
        if (result.ok) return phone.memory.forget(key)
        tell({ name: 'wrong', error: result.error })
        if (isSpent(result.error)) await requestCode(state.email)
      }),
    back: () => tell({ name: 'back' }),
  }
}

/** Asks what became of the mail as long as it is on its way: a phone hears no events (R2.5). */
function useMailStatus({ step, sent }: SignIn, tell: (event: Parameters<typeof signIn>[1]) => void): void {
  const { ask } = usePhone()
  const mail = step === 'code' && sent?.status === 'queued' ? sent.mail : ''
  useEffect(() => {
    if (mail === '') return
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return
      void ask('mail.status', { mail }, { patience: 0 }).then((result) => {
        if (result.ok && result.value.status !== 'queued') tell({ name: 'mail', mail, ...result.value })
      })
    }, pollMs)
    return () => clearInterval(timer)
  }, [ask, mail, tell])
}

/** The email as it will be sent; null when it cannot be one. */
export function readEmail(typed: string): string | null {
  const checked = emailSchema.safeParse(typed)
  return checked.success ? checked.data : null
}
