// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw } from '../../test/fixtures/draw.tsx'
import { viewNow } from '../../test/fixtures/views.ts'
import { MailStatus } from './MailStatus.tsx'

beforeEach(() => vi.useFakeTimers({ now: viewNow }))
afterEach(() => vi.useRealTimers())

const said = () => screen.getByRole('status').textContent
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const helps = () => screen.queryAllByRole('listitem').map((item) => item.textContent)

it('says what became of the mail, in plain words (R2.5)', () => {
  const { rerender } = draw(<MailStatus mail={{ status: 'queued', detail: '' }} sentAt={viewNow} />)
  expect(said()).toBe('On its way…')
  rerender(<MailStatus mail={{ status: 'accepted', detail: '' }} sentAt={viewNow} />)
  expect(said()).toBe('Handed to your mail server')
  rerender(<MailStatus mail={{ status: 'refused', detail: '  no such mailbox ' }} sentAt={viewNow} />)
  expect(said()).toBe('Your mail server refused it: no such mailbox. Check the address.')
  rerender(<MailStatus mail={{ status: 'refused', detail: ' ' }} sentAt={viewNow} />)
  expect(said()).toBe('Your mail server refused it. Check the address.')
  rerender(<MailStatus mail={{ status: 'failed', detail: 'Who is that?' }} sentAt={viewNow} />)
  expect(said()).toBe("It couldn't be delivered: Who is that?")
})

it('helps after a minute, not before (R2.5)', () => {
  draw(<MailStatus mail={{ status: 'accepted', detail: '' }} sentAt={viewNow} />)
  pass(59_000)
  expect(helps()).toEqual([])
  pass(1_000)
  expect(helps()).toEqual([
    'Check the address above',
    'Look in your spam folder',
    'Ask reception, they can help',
  ])
})

it('counts by the clock that the mail was sent by', () => {
  draw(<MailStatus mail={{ status: 'queued', detail: '' }} sentAt={viewNow + 600_000} skew={600_000} />)
  expect(helps()).toEqual([])
  pass(61_000)
  expect(helps()).toHaveLength(3)
})
