import { expect, it } from 'vitest'
import { canReach } from './reach.ts'

it.each([
  [null, 'https://desk.example.com', true],
  [null, 'http://desk.example.com', false],
  [null, 'https://192.168.1.4:7300', false],
  [null, 'https://[::1]:7300', false],
  [null, 'https://foyer.local', false],
  [null, 'https://localhost', false],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:7300', true],
  ['https://api.example.com', 'http://127.0.0.1:7300', false],
])('a provider at %s reaches %s: %s', (api, base, reaches) => {
  expect(canReach(api, base)).toBe(reaches)
})
