import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSame, sliceSender } from './slices.ts'

interface View {
  desks: { id: string; state: string }[]
  shell: { link: string; person: { name: string } | null }
}

it('sends all slices first, and then those that say something else', () => {
  const sent: Partial<View>[] = []
  const send = sliceSender<View>((slices) => sent.push(slices))
  const desks = [{ id: 'a1', state: 'free' }]
  send({ desks, shell: { link: 'online', person: null } })
  send({ desks, shell: { link: 'online', person: null } })
  expect(sent).toHaveLength(1)
  send({ desks, shell: { link: 'online', person: { name: 'Ada' } } })
  send({ desks: [{ id: 'a1', state: 'free' }], shell: { link: 'online', person: { name: 'Ada' } } })
  const taken = [{ id: 'a1', state: 'taken' }]
  send({ desks: taken, shell: { link: 'online', person: { name: 'Ada' } } })
  expect(sent.slice(1)).toEqual([{ shell: { link: 'online', person: { name: 'Ada' } } }, { desks: taken }])
})

it('two values are the same if they read the same', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const seen = new Set<boolean>()
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, copied) => {
      const other = copied ? structuredClone(a) : b
      const same = sorted(a) === sorted(other)
      seen.add(same)
      expect(isSame(a, other)).toBe(same)
      expect(isSame(other, a)).toBe(same)
    }),
    { seed: 20261123, numRuns: 2000 },
  )
  expect(seen.size).toBe(2)
})

it('what is undefined is as good as missing; a list is no object, and null is neither', () => {
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true)
  expect(isSame({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(isSame([], {})).toBe(false)
  expect(isSame({}, [])).toBe(false)
  expect(isSame(null, {})).toBe(false)
  expect(isSame([1], [1, 2])).toBe(false)
})

/** As text, with the fields of objects in one order; -0 reads as 0. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
