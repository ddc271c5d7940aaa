import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isVisible, levelOf, type Viewer, viewerOf, visibilities } from './visibility.ts'

const stranger: Viewer = { kind: 'public' }
const elsewhere: Viewer = { kind: 'member', account: 'eve', locations: ['other'] }
const member: Viewer = { kind: 'member', account: 'ada', locations: ['loft'] }
const admin: Viewer = { kind: 'administrator', account: 'bob', of: ['loft'], locations: [] }
const adminElsewhere: Viewer = { kind: 'administrator', account: 'cy', of: ['other'], locations: ['other'] }

it.each([
  ['a stranger', stranger, [true, false, false, false]],
  ['a member of another location', elsewhere, [true, true, false, false]],
  ['a member', member, [true, true, true, false]],
  ['an administrator', admin, [true, true, true, true]],
  ['an administrator of another location', adminElsewhere, [true, true, false, false]],
])('%s sees what is not above their level (R1.2)', (_, viewer, seen) => {
  const visible = visibilities.map((visibility) =>
    isVisible({ location: 'loft', visibility, exclusiveTo: null }, viewer),
  )
  expect(visible).toEqual(seen)
})

it('shows what is exclusive to the members it names and nobody else (R1.2)', () => {
  const item = { location: 'loft', visibility: 'public', exclusiveTo: ['eve'] } as const
  expect([stranger, elsewhere, member, admin].map((viewer) => isVisible(item, viewer))).toEqual([
    false,
    true,
    false,
    false,
  ])
  expect(isVisible({ ...item, exclusiveTo: [] }, member)).toBe(false)
})

it.each([
  ['nobody in particular', null, ['public', 'public']],
  ['whoever has an account and nothing else', [], ['public', 'public']],
  ['a member here', [['loft', 'member']], ['location-members', 'network-members']],
  ['a member elsewhere', [['mill', 'member']], ['network-members', 'location-members']],
  ['an administrator here', [['loft', 'administrator']], ['administrators', 'network-members']],
  [
    'an administrator elsewhere who is a member here',
    [
      ['loft', 'member'],
      ['mill', 'administrator'],
    ],
    ['location-members', 'administrators'],
  ],
] as const)('%s sees at each location up to the level they have there (R1.2)', (_, belongs, levels) => {
  const memberships = belongs?.map(([location, role]) => ({ location, role }))
  const viewer = viewerOf(memberships ? { account: 'ada', memberships } : null)
  expect(['loft', 'mill'].map((at) => levelOf(viewer, at))).toEqual(levels)
})

it('lets an account that is no member see what is exclusive to it (R1.2)', () => {
  const item = { location: 'loft', visibility: 'administrators', exclusiveTo: ['ada'] } as const
  expect(isVisible(item, viewerOf({ account: 'ada', memberships: [] }))).toBe(true)
  expect(isVisible(item, viewerOf({ account: 'bob', memberships: [] }))).toBe(false)
})

const location = fc.constantFrom('loft', 'mill', 'dock')
const locations = fc.uniqueArray(location)
const account = fc.constantFrom('ada', 'bob', 'eve')
const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(stranger),
  fc.record({ kind: fc.constant('member' as const), account, locations }),
  fc.record({ kind: fc.constant('administrator' as const), account, of: locations, locations }),
)
const visibility = fc.constantFrom(...visibilities)
const settings = { seed: 20261123, numRuns: 1000 }

it('is an order of levels: whoever sees a level sees all below it (R1.2)', () => {
  fc.assert(
    fc.property(anyViewer, location, visibility, visibility, (viewer, at, a, b) => {
      fc.pre(visibilities.indexOf(a) <= visibilities.indexOf(b))
      const higher = isVisible({ location: at, visibility: b, exclusiveTo: null }, viewer)
      const lower = isVisible({ location: at, visibility: a, exclusiveTo: null }, viewer)
      expect(!higher || lower).toBe(true)
    }),
    settings,
  )
})

it('is an order of viewers: who stands higher at a location sees all that a lower one sees there (R1.2)', () => {
  fc.assert(
    fc.property(anyViewer, anyViewer, location, visibility, (a, b, at, level) => {
      fc.pre(visibilities.indexOf(levelOf(a, at)) <= visibilities.indexOf(levelOf(b, at)))
      const item = { location: at, visibility: level, exclusiveTo: null }
      expect(!isVisible(item, a) || isVisible(item, b)).toBe(true)
    }),
    settings,
  )
})

it('never hides from a viewer who gains a role or a location what they saw before (R1.2)', () => {
  const exclusiveTo = fc.option(fc.uniqueArray(account))
  const item = fc.record({ location, visibility, exclusiveTo })
  fc.assert(
    fc.property(item, account, locations, locations, locations, (what, who, few, more, of) => {
      const all = [...few, ...more]
      const steps: Viewer[] = [
        stranger,
        { kind: 'member', account: who, locations: few },
        { kind: 'member', account: who, locations: all },
        { kind: 'administrator', account: who, of, locations: all },
      ]
      const seen = steps.map((viewer) => isVisible(what, viewer))
      expect(seen.slice(1).every((now, i) => now || !seen[i])).toBe(true)
    }),
    settings,
  )
})
