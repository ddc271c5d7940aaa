import { type LightDevice, lightDevice } from '../fixtures/light-device.ts'
import type { MailSink } from '../fixtures/mail-sink.ts'

/** A device with somebody signed in who has accepted the terms. */
export interface Member {
  device: LightDevice
  session: string
}

/** Pairs a device, proves `email` with a mailed code and accepts the terms: all over the protocol. */
export async function signedIn(url: string, code: string, mail: MailSink, email: string): Promise<Member> {
  const device = await lightDevice(url, code, `Bench ${email}`)
  need(await device.command('code.request', { email, language: 'en' }))
  const { session } = need(
    await device.command('code.verify', { email, code: await mail.codeFor(email), language: 'en' }),
  )
  need(
    await device.command('terms.accept', { name: 'Bench Member', version: 1, language: 'en' }, { session }),
  )
  return { device, session }
}

/** A console with Noor Haddad of the demo's staff signed in. */
export interface StaffDevice {
  device: LightDevice
  session: string
  pairingCode(): Promise<string>
  /** Ids of the bookable desks, from the catalogue. */
  deskIds(): Promise<string[]>
}

export async function staffDevice(url: string, code: string): Promise<StaffDevice> {
  const device = await lightDevice(url, code, 'Bench console')
  const { staff } = need(await device.command('staff.list', {}))
  const noor = staff.find((each) => each.name === 'Noor Haddad')
  const { session } = need(await device.command('staff.signIn', { staff: noor?.id ?? '', pin: '2468' }))
  return {
    device,
    session,
    pairingCode: async () =>
      need(await device.command('staff.pairingCode', { role: 'kiosk' }, { session })).code,
    async deskIds() {
      const { rows } = need(await device.verb('since', { scope: 'catalogue', cursor: 0, limit: 2000 }))
      return rows
        .filter(({ kind, row }) => kind === 'desk' && (row as { bookable: boolean }).bookable)
        .map(({ id }) => id)
    },
  }
}

/** The value, or a throw that says what the hub refused. */
export function need<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`the hub refused: ${JSON.stringify(result.error)}`)
  return result.value
}
