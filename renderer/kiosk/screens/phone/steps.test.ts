import { expect, it } from 'vitest'
import { stepStates } from './steps.ts'

it('follows somebody on their phone, step by step (R7.4)', () => {
  expect(stepStates('opened')).toEqual({ opened: 'done', email: 'now', code: 'next', profile: 'next' })
  expect(stepStates('code')).toEqual({ opened: 'done', email: 'done', code: 'now', profile: 'next' })
  expect(stepStates('profile')).toMatchObject({ code: 'done', profile: 'now' })
})

it('follows nobody who has left', () => {
  expect(stepStates('left')).toBeNull()
})
