import { describe, expect, it } from 'vitest'
import type { HeldGrant } from './driver.ts'
import { planSteps } from './plan.ts'

const grant = (id: string, over: Partial<HeldGrant> = {}): HeldGrant => ({
  grant: id,
  credential: 1,
  from: 0,
  until: null,
  ...over,
})
const map = (...grants: HeldGrant[]): Map<string, HeldGrant> => new Map(grants.map((one) => [one.grant, one]))
const shown = (wanted: HeldGrant[], held: HeldGrant[]): string[] =>
  planSteps(map(...wanted), map(...held)).map((step) =>
    step.do === 'revoke' ? `revoke ${step.grant}` : `${step.isNew ? 'add' : 'change'} ${step.wanted.grant}`,
  )

describe('plan', () => {
  it('does nothing where nothing differs', () => {
    expect(shown([grant('a')], [grant('a')])).toEqual([])
  })

  it('revokes first, then changes, then adds what begins soonest', () => {
    expect(
      shown(
        [grant('late', { from: 9 }), grant('soon', { from: 1 }), grant('b', { until: 5 })],
        [grant('b'), grant('gone')],
      ),
    ).toEqual(['revoke gone', 'change b', 'add soon', 'add late'])
  })

  it.each([{ credential: 2 }, { from: 1 }, { until: 1 }])('changes what differs in %j', (over) => {
    expect(shown([grant('a', over)], [grant('a')])).toEqual(['change a'])
  })
})
