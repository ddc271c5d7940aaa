import { describe, expect, test } from 'vitest'
import { grantWord, groupGrants } from './grants.ts'
import type { GrantRow } from './rows.ts'

const zone = 'Europe/Berlin'
const minute = 60_000
const now = Date.parse('2026-11-24T10:00:00Z')
const held = { front: { state: 'held', at: now } } as const

const grant = (changes: Partial<GrantRow> = {}): GrantRow => ({
  id: 'day-booking:b',
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  doors: ['front'],
  from: now - 60 * minute,
  until: now + 120 * minute,
  hours: null,
  cause: { kind: 'day-booking', label: '2026-11-24' },
  revoked: null,
  held,
  ...changes,
})
const revokedAt = (at: number): GrantRow['revoked'] => ({ at, by: 'Robin', reason: 'Left early' })

describe('the word of a grant', () => {
  test.each([
    ['active', grant()],
    ['active', grant({ until: null })],
    ['expiring', grant({ until: now + 30 * minute })],
    ['expired', grant({ until: now })],
    ['scheduled', grant({ from: now + 1 })],
    ['revoked', grant({ revoked: revokedAt(now) })],
    ['outside-hours', grant({ until: null, hours: { sun: { from: '09:00', until: '18:00' } } })],
    ['pending', grant({ held: {} })],
    ['pending', grant({ held: { front: { state: 'pending', at: now } } })],
    ['pending', grant({ doors: ['front', 'studio'] })],
  ])('%s', (word, row) => {
    expect(grantWord(row, zone, now)).toBe(word)
  })
})

describe('the groups', () => {
  const groupOf = (row: GrantRow): string | undefined => {
    const groups = groupGrants([row], zone, now, [], (id) => id)
    return (['now', 'later', 'earlier'] as const).find((group) => groups[group].length > 0)
  }

  test('what counts is now, what begins is later, what ended is earlier', () => {
    expect(groupOf(grant())).toBe('now')
    expect(groupOf(grant({ from: now + 1 }))).toBe('later')
    expect(groupOf(grant({ until: now - 1 }))).toBe('earlier')
  })

  test('what was just revoked stays where it was clicked', () => {
    const gone = { front: { state: 'gone', at: now } } as const
    expect(groupOf(grant({ revoked: revokedAt(now - minute), held: gone }))).toBe('now')
    expect(groupOf(grant({ revoked: revokedAt(now - 11 * minute), held: gone }))).toBe('earlier')
  })

  test('a revoked one that a door still holds stays in sight', () => {
    expect(groupOf(grant({ revoked: revokedAt(now - 60 * minute) }))).toBe('now')
  })

  test('the search finds people, causes and doors by their names', () => {
    const found = (word: string): number =>
      groupGrants([grant()], zone, now, [word], () => 'Main door').now.length
    expect([found('ada'), found('main'), found('ben')]).toEqual([1, 1, 0])
  })
})
