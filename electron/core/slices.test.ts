import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedView, type ViewChange } from '../../shared/contract/view-change.ts'
import { isSame, sliceSender } from './slices.ts'

interface View {
  desks: { id: string; state: string }[]
  shell: { link: string; person: { name: string } | null; notice?: string }
  screen: { name: 'home' } | { name: 'email'; email: string } | { name: 'code'; email: string }
}

function sender() {
  const sent: ViewChange<View>[] = []
  return { sent, send: sliceSender<View>((change) => sent.push(change)) }
}

const desks = [{ id: 'a1', state: 'free' }]
const shell = { link: 'online', person: null }
const view: View = { desks, shell, screen: { name: 'home' } }

it('sends all slices first, and then those that say something else', () => {
  const { sent, send } = sender()
  send(view)
  send({ ...view, shell: { ...shell }, desks: [{ id: 'a1', state: 'free' }] })
  expect(sent).toEqual([{ slices: view }])
  const taken = [{ id: 'a1', state: 'taken' }]
  send({ ...view, desks: taken })
  expect(sent[1]).toEqual({ slices: { desks: taken } })
})

it('sends of a slice what is new in it, and all of one that has other fields', () => {
  const { sent, send } = sender()
  const ada = { link: 'online', person: { name: 'Ada' } }
  send(view)
  send({ ...view, shell: ada })
  send({ ...view, shell: ada, screen: { name: 'email', email: 'a@b.c' } })
  send({ ...view, shell: { ...ada, notice: 'hello' }, screen: { name: 'code', email: 'a@b.c' } })
  send({ ...view, shell: ada, screen: { name: 'home' } })
  expect(sent.slice(1)).toEqual([
    { slices: {}, fields: { shell: { person: { name: 'Ada' } } } },
    { slices: { screen: { name: 'email', email: 'a@b.c' } } },
    { slices: { shell: { ...ada, notice: 'hello' } }, fields: { screen: { name: 'code' } } },
    { slices: { shell: ada, screen: { name: 'home' } } },
  ])
})

it('makes a page see what was sent, whatever came before, and keeps what has not changed', () => {
  const anyDesks = fc.array(
    fc.record({ id: fc.constantFrom('a1', 'a2'), state: fc.constantFrom('free', 'taken') }),
    {
      maxLength: 2,
    },
  )
  const anyShell = fc.record(
    {
      link: fc.constantFrom('online', 'offline'),
      person: fc.option(fc.record({ name: fc.constantFrom('Ada', 'Bo') })),
      notice: fc.string({ maxLength: 1 }),
    },
    { requiredKeys: ['link', 'person'] },
  )
  const email = fc.constantFrom('a@b.c', 'd@e.f')
  const anyScreen = fc.oneof(
    fc.constant({ name: 'home' as const }),
    fc.record({ name: fc.constant('email' as const), email }),
    fc.record({ name: fc.constant('code' as const), email }),
  )
  const views = fc.array(fc.record({ desks: anyDesks, shell: anyShell, screen: anyScreen }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(views, (pushed) => {
      let seen: View | null = null
      const send = sliceSender<View>((change) => {
        const before: View | null = seen
        seen = changedView<View>(before, structuredClone(change))
        if (before && !('shell' in change.slices) && !change.fields?.shell)
          expect(seen.shell).toBe(before.shell)
      })
      for (const each of pushed) {
        send(each)
        expect(seen).toEqual(each)
      }
    }),
    { seed: 8, numRuns: 300 },
  )
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
