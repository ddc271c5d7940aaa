import { expect, it } from 'vitest'
import { inDayparts } from './dayparts.ts'

const slot = (hour: number, state = 'free') => ({ hour, state })
const parts = (slots: ReturnType<typeof slot>[]) =>
  inDayparts(slots, ({ hour }) => hour).map((group) => `${group.part} ${group.slots.length.toString()}`)

it('sorts the hours of a day into its parts', () => {
  expect(parts([0, 5, 6, 11, 12, 17, 18, 23].map((hour) => slot(hour)))).toEqual([
    'night 2',
    'morning 2',
    'afternoon 2',
    'evening 2',
  ])
})

it('leaves out what is over altogether, and keeps a part in which something is left', () => {
  expect(parts([slot(3, 'over'), slot(6, 'over'), slot(11), slot(20, 'taken')])).toEqual([
    'morning 2',
    'evening 1',
  ])
})
