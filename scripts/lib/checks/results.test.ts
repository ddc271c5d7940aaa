import { describe, expect, it } from 'vitest'
import { countTests, summary } from './results.mjs'

const test = (status: string): { status: string; fullName: string } => ({
  status,
  fullName: `a ${status} one`,
})
const report = (...tests: ReturnType<typeof test>[]): unknown => ({
  testResults: [{ name: 'x.test.ts', status: 'passed', assertionResults: tests }],
})

describe('countTests', () => {
  it('counts what passed and what failed', () => {
    expect(countTests(report(test('passed'), test('passed'), test('failed')), 1)).toEqual({
      passed: 2,
      failed: 1,
      notes: [],
    })
  })

  it.each(['skipped', 'pending', 'todo', 'disabled'])(
    'counts a test that is %s as failed, and names it',
    (status) => {
      expect(countTests(report(test('passed'), test(status)), 0)).toEqual({
        passed: 1,
        failed: 1,
        notes: [`${status}: a ${status} one`],
      })
    },
  )

  it('counts a file that could not be loaded', () => {
    const broken = { testResults: [{ name: 'x.test.ts', status: 'failed', assertionResults: [] }] }
    expect(countTests(broken, 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts an error outside of the tests', () => {
    expect(countTests(report(test('passed')), 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it.each([
    ['there is no report', undefined],
    ['there is no test', { testResults: [] }],
  ])('fails when %s', (_case, given) => {
    expect(countTests(given, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('summary', () => {
  it('ends with the sum', () => {
    const text = summary([
      { name: 'types', passed: 1, failed: 0, ms: 900, notes: [] },
      { name: 'unit', passed: 10, failed: 2, ms: 4000, notes: ['skipped: a'] },
    ])
    expect(text.split('\n').at(-1)).toBe('11 passed, 2 failed')
    expect(text).toContain('skipped: a')
  })
})
