import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideTerms } from '../../../../shared/domain/terms.ts'
import { type FakeSystem, fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { parseConfig } from '../read/file.ts'

let dir: string
let system: FakeSystem
let hub: TestHub
let logged: string[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-terms-'))
  system = fakeSystem()
  logged = []
})
afterEach(async () => {
  await hub.close()
  rmSync(dir, { recursive: true })
})

/** The hub with this foyer.yaml, as after a restart. */
async function open(yaml: string): Promise<void> {
  const log = (_level: string, event: string): void => void logged.push(event)
  hub = await openTestHub({ dir, system, config: parseConfig(yaml), log })
}
async function restart(yaml: string): Promise<void> {
  await hub.close()
  await open(yaml)
}
const terms = (version: number, text: string, more = '') =>
  `location: { terms: { version: ${version}, texts: { en: "${text}", de: "${text} (de)" }${more} } }`
const notAsking = ', ask: false'

let kiosks = 0
async function signIn(): Promise<{ kiosk: TestDevice; session: string; needs: () => Promise<string> }> {
  const kiosk = await hub.device(['kiosk'], `Kiosk ${++kiosks}`)
  system.advance(60_000)
  const session = await hub.signIn(kiosk, 'ada@example.com')
  const needs = async (): Promise<string> => {
    const { facts } = must(await kiosk.ask('person.get', {}, { session })).person
    const location = hub.rows('catalogue', 'location')[0]?.row as { termsVersion: number }
    const verdict = decideTerms(facts, location)
    return verdict.ok ? 'nothing' : verdict.error.code
  }
  return { kiosk, session, needs }
}
const shown = () => hub.rows('catalogue', 'terms').map(({ id }) => id)
const acceptances = () =>
  hub.look().prepare('SELECT version, hash, language, device, at FROM acceptance ORDER BY at').all()
const ofAda = () =>
  acceptances().filter((one) => (one as { device: string }).device !== 'demo') as Record<string, unknown>[]
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('terms of use (R3.2)', () => {
  it('are accepted again when a new version asks, and not when it does not', async () => {
    await open(terms(1, 'Be kind.'))
    const first = await signIn()
    expect(await first.needs()).toBe('terms-needed')
    const accept = (version: number, who = first) =>
      who.kiosk.ask('terms.accept', { name: 'Ada', version, language: 'en' }, { session: who.session })
    must(await accept(1))
    expect(await first.needs()).toBe('nothing')

    // A small change, for which nobody is asked.
    await restart(terms(2, 'Be kind, please.', notAsking))
    const second = await signIn()
    expect([shown(), await second.needs()]).toEqual([['2'], 'nothing'])

    await restart(terms(3, 'Be kind and quiet.'))
    const third = await signIn()
    expect([shown(), await third.needs()]).toEqual([['3'], 'terms-needed'])
    // A screen that still shows the old one is not enough.
    expect(errorOf(await accept(2, third)).code).toBe('terms-outdated')
    must(await accept(3, third))
    expect(await third.needs()).toBe('nothing')

    await restart(terms(4, 'Be kind, quiet.', notAsking))
    expect(await (await signIn()).needs()).toBe('nothing')
    await restart(terms(4, 'Be kind, quiet.', notAsking))
    expect(await (await signIn()).needs()).toBe('nothing')
    expect(ofAda().map(({ version }) => version)).toEqual([1, 3])
  })

  it('that do not ask are what a newcomer accepts, once', async () => {
    await open(terms(1, 'Be kind.'))
    await restart(terms(2, 'Be kind, please.', notAsking))
    const { kiosk, session, needs } = await signIn()
    expect(await needs()).toBe('terms-needed')
    must(await kiosk.ask('terms.accept', { name: 'Ada', version: 2, language: 'en' }, { session }))
    expect(await needs()).toBe('nothing')
    // The same version asks after all: who accepted it is not asked twice, who did not is.
    await restart(terms(2, 'Be kind, please.'))
    expect(await (await signIn()).needs()).toBe('nothing')
  })

  it('record version, text, language, device and time of what was on the screen', async () => {
    await open(terms(7, 'Be kind.'))
    const { kiosk, session } = await signIn()
    system.advance(1_234)
    must(await kiosk.ask('terms.accept', { name: 'Ada', version: 7, language: 'de' }, { session }))
    expect(ofAda()).toEqual([
      { version: 7, hash: sha('Be kind. (de)'), language: 'de', device: kiosk.id, at: system.now() },
    ])
    // There is none in French: the first that there is was shown, and that is what is recorded.
    await restart(terms(8, 'Be kind.'))
    const again = await signIn()
    const payload = { name: 'Ada', version: 8, language: 'fr' } as const
    must(await again.kiosk.ask('terms.accept', payload, { session: again.session }))
    const { language, hash } = ofAda()[1] as { language: 'en' | 'de'; hash: string }
    expect(hash).toBe(sha(language === 'en' ? 'Be kind.' : 'Be kind. (de)'))
  })

  it('accepted twice were accepted the first time', async () => {
    await open(terms(1, 'Be kind.'))
    const { kiosk, session } = await signIn()
    const payload = { name: 'Ada', version: 1, language: 'en' } as const
    must(await kiosk.ask('terms.accept', payload, { session }))
    const [first] = ofAda()
    system.advance(5_000)
    must(await kiosk.ask('terms.accept', { ...payload, language: 'de' }, { session }))
    expect(ofAda()).toEqual([first])
  })

  it('of an earlier number are shown again when the file goes back to it, and nobody is asked again', async () => {
    await open(terms(2, 'Second.'))
    const { kiosk, session } = await signIn()
    must(await kiosk.ask('terms.accept', { name: 'Ada', version: 2, language: 'en' }, { session }))
    await restart(terms(1, 'First.'))
    expect(shown()).toEqual(['1'])
    expect(hub.rows('catalogue', 'terms')[0]?.row).toMatchObject({ texts: { en: { text: 'First.' } } })
    expect(await (await signIn()).needs()).toBe('nothing')
  })

  it('whose words change under their number are told to the operator', async () => {
    await open(terms(2, 'Be kind.'))
    await restart(terms(2, 'Be kind.'))
    expect(logged).not.toContain('terms-changed-under-their-number')
    await restart(terms(2, 'Be very kind.'))
    expect(logged).toContain('terms-changed-under-their-number')
  })
})
