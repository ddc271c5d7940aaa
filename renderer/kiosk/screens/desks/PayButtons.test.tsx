// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, viewOf } from '../../../../test/fixtures/views.ts'
import { PayButtons } from './PayButtons.tsx'

type Pay = Parameters<typeof PayButtons>[0]['pay']

const single = { amount: 2500, currency: 'EUR' }
const setUp = (pay: Pay, desk: string | null = 'A1', moving = false) =>
  drawKiosk(<PayButtons pay={pay} desk={desk} moving={moving} />, viewOf(screens.desks))
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

it('says what is left and what it costs on the buttons, before one is tapped (R1.4)', async () => {
  const { user, sent } = setUp({ pass: { left: 4 }, single, included: false })
  expect(button('Book with a day pass')).toBe(screen.getByRole('button', { description: '4 passes left' }))
  expect(button('Buy a day pass')).toBe(screen.getByRole('button', { description: '€25.00' }))
  await user.click(button('Book with a day pass'))
  await user.click(button('Buy a day pass'))
  // The price that was read is the price that is agreed to.
  expect(sent).toEqual([
    ['book', { pay: 'pass', price: null }],
    ['book', { pay: 'single', price: single }],
  ])
})

it('waits for a desk', () => {
  setUp({ pass: { left: 4 }, single, included: false }, null)
  expect(screen.getByText('Pick a desk first')).toBeTruthy()
  expect(button('Book with a day pass').disabled).toBe(true)
  expect(button('Buy a day pass').disabled).toBe(true)
})

it('offers the single day to whoever is out of passes, never a dead end (R5.2)', () => {
  setUp({ pass: { left: 0 }, single, included: false })
  expect(button('Book with a day pass').disabled).toBe(true)
  expect(button('Buy a day pass').disabled).toBe(false)
  expect(button('Buy a day pass').className).toContain('button--primary')
})

it('says that nobody is known yet where passes cannot be counted', () => {
  setUp({ pass: { left: null }, single: null, included: false })
  expect(screen.getByRole('button', { description: 'if you have one' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Buy a day pass' })).toBeNull()
})

it('asks nothing of members whose plan includes it, nor of whoever moves to another desk (R5.1)', async () => {
  const { user, sent, rerender } = setUp({ pass: null, single, included: true })
  expect(screen.getAllByRole('button')).toHaveLength(1)
  expect(screen.getByRole('button', { description: 'included in your plan' })).toBeTruthy()
  rerender(<PayButtons pay={{ pass: null, single, included: true }} desk="A1" moving />)
  expect(screen.getByRole('button', { description: 'costs nothing more' })).toBeTruthy()
  await user.click(button('Book this desk'))
  expect(sent).toEqual([['book', { pay: 'included', price: null }]])
})
