// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { itemPages, viewNow, viewOf } from '../../../../test/fixtures/views.ts'
import { useView } from '../../page.ts'
import { Item } from './Item.tsx'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: viewNow }))
afterEach(() => vi.useRealTimers())

function Current() {
  return <Item screen={useView((view) => view.screen) as ItemScreen} />
}
const setUp = (page: ItemScreen) => drawKiosk(<Current />, viewOf(page))
/** The one thing that can be done: the button with the words of its bar. */
const act = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })

it('asks for a time first, with the price of an hour on the button (R1.4)', () => {
  setUp(itemPages.room)
  expect(act('Pick a time first').disabled).toBe(true)
  expect(screen.getByRole('button', { description: '€28.00 an hour' })).toBe(act('Pick a time first'))
})

it('shows a tapped time at once, and no price for it until the core has said it (R1.4)', async () => {
  const { user, sent, show } = setUp(itemPages.room)
  await user.click(screen.getByRole('button', { name: /^09:00/ }))
  expect(sent).toEqual([
    ['pickTime', { time: { from: viewNow - 12 * 60_000, until: viewNow + 18 * 60_000 } }],
  ])
  expect(act('Reserve 09:00–09:30').disabled).toBe(true)
  show(viewOf(itemPages.roomPicked))
  const reserve = act('Reserve 09:00–10:30 · €42.00')
  expect(reserve.disabled).toBe(false)
  await user.click(reserve)
  expect(sent.at(-1)).toEqual(['act', { price: { amount: 4200, currency: 'EUR' }, text: '' }])
})

it('names a time by when it begins and how it stands, and takes none that is over or taken (R1.3)', () => {
  setUp(itemPages.room)
  const slot = (name: string) =>
    screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(`^${name}`) })
  expect(slot('08:00').disabled).toBe(true)
  expect(slot('11:00').disabled).toBe(true)
  expect(slot('09:00').disabled).toBe(false)
})

it('says what a plan includes, and asks for no price then', async () => {
  const { user, sent } = setUp(itemPages.equipment)
  await user.click(screen.getByRole('button', { description: 'included in your plan' }))
  expect(sent).toEqual([['act', { price: null, text: '' }]])
})

it('says what cannot be had instead of offering it: sold out, over, full (R1.6)', () => {
  const { show } = setUp(itemPages.shopSoldOut)
  expect(screen.getAllByText('Sold out for now')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /Order/ })).toBeNull()
  const { item } = itemPages.event
  const event = (change: object) => ({ ...item, event: item.event && { ...item.event, ...change } })
  show(viewOf({ ...itemPages.event, item: event({ places: 4, taken: 4 }) }))
  expect(screen.getByRole('button', { description: 'All places are taken' })).toBe(act('Join'))
  expect(act('Join').disabled).toBe(true)
  show(viewOf({ ...itemPages.event, item: event({ until: viewNow - 1 }) }))
  expect(screen.getByRole('button', { description: 'This event is over' })).toBe(act('Join'))
})

it('says that one has a place already, and offers nothing more', () => {
  setUp(itemPages.eventJoined)
  expect(screen.getByText('You have a place. See you there.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Join' })).toBeNull()
})

it('sends a question without the blanks, and forgets it once it was sent (R3.1)', async () => {
  const { user, sent, show } = setUp(itemPages.support)
  expect(screen.getByRole('button', { description: 'Write a few words first' })).toBe(act('Send'))
  await user.type(screen.getByRole('textbox', { name: 'Your question' }), ' The lamp flickers. ')
  await user.click(act('Send'))
  expect(sent).toEqual([['act', { price: null, text: 'The lamp flickers.' }]])
  show(viewOf(itemPages.supportSent))
  expect(screen.getByRole('textbox', { name: 'Your question' })).toHaveProperty('value', '')
  expect(screen.getByText(/^Your question is with reception\./)).toBeTruthy()
})

it('says a price that has changed before anything is charged (R1.4)', () => {
  setUp(itemPages.planWeekdays)
  expect(screen.getByText('The price is now €190.00. Please decide again.')).toBeTruthy()
  expect(act(/^Sign up · /).textContent).toContain('starts on Tuesday 1 December')
})

it('counts pieces, never more than there are', async () => {
  const { user, sent, show } = setUp(itemPages.shop)
  await user.click(screen.getByRole('button', { name: 'One more' }))
  expect(sent).toEqual([['setQuantity', { quantity: 3 }]])
  show(viewOf({ ...itemPages.shop, quantity: 1, item: { ...itemPages.shop.item, stock: 1 } }))
  expect(screen.getByRole('button', { name: 'One more' })).toHaveProperty('disabled', true)
  expect(screen.getByRole('button', { name: 'One less' })).toHaveProperty('disabled', true)
})
