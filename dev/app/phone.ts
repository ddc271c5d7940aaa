import { newId, realSystem } from '../../electron/lib/system.ts'
import { commandIdHeader } from '../../shared/contract/phone-page.ts'

/**
 * A phone without a screen, for passes to scan: it signs a person in at the demo's hub as a browser would, with the code that
 * came into the demo's mailbox.
 */
export function createPhone(hub: () => string | null) {
  /** Cookies by person. */
  const phones = new Map<string, Map<string, string>>()

  const fetchAs = async (cookies: Map<string, string>, path: string, body?: unknown): Promise<Response> => {
    const url = hub()
    if (url === null) throw new Error('the hub is not up yet')
    const response = await fetch(url + path, {
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && {
          'content-type': 'application/json',
          [commandIdHeader]: newId(realSystem),
        }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }

  const ask = async <T>(cookies: Map<string, string>, type: string, payload: unknown): Promise<T> => {
    const response = await fetchAs(cookies, `/api/${type}`, payload)
    const answer = (await response.json()) as
      | { ok: true; value: T }
      | { ok: false; error: { code: string; params?: unknown } }
    if (!answer.ok)
      throw new Error(`${type}: ${answer.error.code} ${JSON.stringify(answer.error.params ?? '')}`)
    return answer.value
  }

  /** The newest code that was sent to somebody. */
  const codeFor = async (email: string): Promise<string | undefined> => {
    const page = await (await fetchAs(new Map(), '/mailbox')).text()
    const mail = page.split('<article>').find((article) => article.includes(`<dd>${email}</dd>`))
    return /\b\d{6}\b/.exec(mail?.split('<pre>')[1] ?? '')?.[0]
  }

  const signIn = async (email: string): Promise<Map<string, string>> => {
    const cookies = new Map<string, string>()
    await fetchAs(cookies, '/api/place')
    const before = await codeFor(email)
    await ask(cookies, 'code.request', { email, language: 'en' })
    for (let tries = 0; tries < 50; tries++) {
      const code = await codeFor(email)
      if (code !== undefined && code !== before) {
        await ask(cookies, 'code.verify', { email, code, language: 'en' })
        return cookies
      }
      await new Promise((resolve) => realSystem.after(100, () => resolve(undefined)))
    }
    throw new Error(
      `no code for ${email} came into the mailbox: is this the demo, with a mailbox of its own?`,
    )
  }

  /** The pass that this person's phone shows now (R7.2). Rejects with what the hub says. */
  return async (email: string): Promise<string> => {
    const passOf = async (cookies: Map<string, string>): Promise<string> => {
      const { now, codes } = await ask<{
        now: number
        codes: { from: number; until: number; text: string }[]
      }>(cookies, 'pass.rotate', {})
      const code = codes.find(({ from, until }) => from <= now && now < until)
      if (!code) throw new Error('the hub has no pass for now')
      return code.text
    }
    const known = phones.get(email)
    // Signed out meanwhile, or the data are new.
    const again = known && (await passOf(known).catch(() => null))
    if (again) return again
    const cookies = await signIn(email)
    phones.set(email, cookies)
    return passOf(cookies)
  }
}
