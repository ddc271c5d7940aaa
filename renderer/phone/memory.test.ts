import { expect, it } from 'vitest'
import { createMemory } from './memory.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

it('keeps values for the tab, and the language for longer', () => {
  const tab = storage()
  const browser = storage()
  const memory = createMemory(
    () => tab,
    () => browser,
  )
  tab.setItem('other', 'stays')
  memory.write('sign-in', { email: 'a@b.cd' })
  memory.write('draft', 'text')
  memory.language.write('fr')
  expect(memory.read('sign-in')).toEqual({ email: 'a@b.cd' })
  memory.forget('draft')
  expect(memory.read('draft')).toBeNull()
  memory.forgetAll()
  expect(memory.read('sign-in')).toBeNull()
  expect(memory.language.read()).toBe('fr')
  expect(tab.getItem('other')).toBe('stays')
})

it('does without where the browser keeps nothing, or something else was kept', () => {
  const none = (): Storage => {
    throw new Error('denied')
  }
  const memory = createMemory(none, none)
  memory.write('a', 1)
  expect([memory.read('a'), memory.language.read()]).toEqual([null, null])
  const tab = storage()
  tab.setItem('foyer.a', '{')
  expect(createMemory(() => tab, none).read('a')).toBeNull()
})
