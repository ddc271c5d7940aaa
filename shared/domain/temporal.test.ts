import { afterEach, beforeEach, expect, it, vi } from 'vitest'

// Files of one worker share their modules: another one has loaded it already.
beforeEach(() => void vi.resetModules())

afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('temporal-polyfill')
  vi.resetModules()
})

it('is the one of the runtime, and then the polyfill is not even loaded', async () => {
  const native = { PlainDate: {} }
  vi.stubGlobal('Temporal', native)
  vi.doMock('temporal-polyfill', () => {
    throw new Error('the polyfill was loaded')
  })
  expect((await import('./temporal.ts')).Temporal).toBe(native)
})

it('is the polyfill where the runtime has none', async () => {
  vi.stubGlobal('Temporal', undefined)
  const { Temporal } = await import('./temporal.ts')
  expect(Temporal.PlainDate.from('2026-01-31').add({ months: 1 }).toString()).toBe('2026-02-28')
})
