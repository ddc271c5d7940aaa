import { expect, it } from 'vitest'
import { type FromProcess, fromProcess } from './from-process.ts'

const said: FromProcess[] = [
  { type: 'ready' },
  { type: 'ready', url: 'http://127.0.0.1:7300', pair: 'ABCD2345' },
  { type: 'ready', port: 9100 },
  { type: 'pong', n: 3 },
  { type: 'leave' },
  { type: 'help', phone: '+49 30 1234' },
  { type: 'fatal', message: 'no room on the disk' },
]

it.each(said)('takes %j', (message) => {
  expect(fromProcess(message)).toEqual(message)
})

it('leaves out what does not belong to it', () => {
  expect(fromProcess({ type: 'leave', url: 'x' })).toEqual({ type: 'leave' })
})

it.each([
  null,
  undefined,
  'ready',
  7,
  {},
  { type: 'stop' },
  { type: 'ready', url: 7 },
  { type: 'ready', port: '9100' },
  { type: 'pong' },
  { type: 'pong', n: 'x' },
  { type: 'pong', n: 1.5 },
  { type: 'help' },
  { type: 'fatal', message: null },
])('refuses %j', (message) => {
  expect(fromProcess(message)).toBeNull()
})
