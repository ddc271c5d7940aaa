import { expect, it } from 'vitest'
import { stepOf } from './step.ts'

it('tells the kiosk how far somebody is, also after a reload', () => {
  expect(stepOf({ step: 'email', email: '' })).toBe('opened')
  expect(stepOf({ step: 'email', email: 'a' })).toBe('email')
  expect(stepOf({ step: 'code', email: 'a@b.cd' })).toBe('code')
})
