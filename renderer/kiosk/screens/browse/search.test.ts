import { describe, expect, it } from 'vitest'
import { itemOf } from '../../../../test/fixtures/items.ts'
import { findItems, fold, listed } from './search.ts'

const items = [
  itemOf({ id: 'a', kind: 'room', name: 'Café Größe', area: 'Ground floor', order: 2 }),
  itemOf({ id: 'b', kind: 'room', name: 'Kitchen table', description: 'Near the café.', order: 1 }),
  itemOf({ id: 'c', kind: 'room', name: 'Phone box', features: ['monitor'], order: 3 }),
]
const words = (features: readonly string[]) => features.map((one) => (one === 'monitor' ? 'Bildschirm' : one))
const found = (query: string) => findItems(items, query, words).map(({ id }) => id)

describe('searching what is on offer', () => {
  it('finds everything by nothing', () => {
    expect(found('  ')).toEqual(['a', 'b', 'c'])
  })

  it('minds neither case nor accents, and puts names first', () => {
    expect(fold('Größe É')).toBe('grosse e')
    expect(found('CAFE')).toEqual(['a', 'b'])
    expect(found('grosse')).toEqual(['a'])
  })

  it('looks at the beginnings of words, all of them', () => {
    expect(found('tab kit')).toEqual(['b'])
    expect(found('able')).toEqual([])
    expect(found('kitchen ground')).toEqual([])
  })

  it('finds features by the words they are shown with, and places', () => {
    expect(found('bildsch')).toEqual(['c'])
    expect(found('ground')).toEqual(['a'])
  })

  it('takes what looks like a pattern literally', () => {
    expect(found('.*')).toEqual([])
    expect(found('(')).toEqual([])
  })
})

it('lists by order, events by time, posts newest first', () => {
  expect(listed(items, 'room').map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  const event = (id: string, from: number) =>
    itemOf({ id, kind: 'event', event: { from, until: from + 1, where: '', places: null, taken: 0 } })
  expect(listed([event('late', 5), event('soon', 2)], 'event').map(({ id }) => id)).toEqual(['soon', 'late'])
  const post = (id: string, at: number) => itemOf({ id, kind: 'feed', at })
  expect(listed([post('old', 1), post('new', 9)], 'feed').map(({ id }) => id)).toEqual(['new', 'old'])
})
