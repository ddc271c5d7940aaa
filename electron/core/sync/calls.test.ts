import { describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { signal } from '../signal.ts'
import { createCalls } from './calls.ts'
import type { Link } from './link.ts'

/** Calls over a link that is up and answers with what it is given. */
function callsTo(answer: unknown) {
  const link = {
    state: () => ({ name: 'online', hub: 'h' }),
    view: () => 'online',
    changed: signal<void>(),
    ask: async () => answer,
  } as unknown as Link
  return createCalls(link, fakeSystem())
}

describe('a call', () => {
  const askForCode = (answer: unknown) => callsTo(answer)('staff.pairingCode', { role: 'kiosk' })

  it("is answered by the command's outcome, and by nothing that only looks like it", async () => {
    expect(await askForCode(ok({ code: 'K7QM2X9D', expiresAt: 1 }))).toEqual(
      ok({ code: 'K7QM2X9D', expiresAt: 1 }),
    )
    for (const wrong of [{ code: 'K7QM2X9D' }, {}, undefined, 'K7QM2X9D']) {
      expect(await askForCode(ok(wrong))).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
  })

  it('hands a refusal of the hub on as it is', async () => {
    expect(await askForCode(failure('not-allowed'))).toEqual(failure('not-allowed'))
  })
})
