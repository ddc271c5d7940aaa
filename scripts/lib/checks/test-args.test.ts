import { describe, expect, it } from 'vitest'
import { testArgs } from './test-args.mjs'

describe('npm test', () => {
  it('runs everything by itself', () => {
    expect(testArgs([])).toEqual({ wanted: new Set(['static', 'unit', 'e2e']), filters: [] })
  })

  it('runs one part, and of it what a path contains', () => {
    expect(testArgs(['--only', 'unit', 'doors'])).toEqual({ wanted: new Set(['unit']), filters: ['doors'] })
  })

  it.each([[['--only']], [['--only', 'some']], [['unit']]])('refuses %j', (args) => {
    expect(() => testArgs(args)).toThrow('Usage: npm test')
  })
})
