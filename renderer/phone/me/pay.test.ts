import { expect, it } from 'vitest'
import { isPayable } from './pay.ts'

it('opens pages and nothing else', () => {
  expect(isPayable('https://pay.example/x')).toBe(true)
  expect(isPayable('http://127.0.0.1:1/pay')).toBe(true)
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'app://x', '/pay', ''])
    expect(isPayable(url)).toBe(false)
})
