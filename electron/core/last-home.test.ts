import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { addDays } from '../../shared/domain/time.ts'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { screens, viewNow, viewOf } from '../../test/fixtures/views.ts'
import { lastHomeFile, readHome } from '../lib/last-home.ts'
import type { LogLevel } from '../lib/log.ts'
import { keepLastHome, type LastHomeKeeper } from './last-home.ts'

let dir: string
let keeper: LastHomeKeeper
let shown: KioskView | null
let said: LogLevel[]
let system: ReturnType<typeof fakeSystem>

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-home-'))
  system = fakeSystem()
  shown = viewOf(screens.home)
  said = []
  keeper = keepLastHome({ dir, build: 'b', home: () => shown, system, log: (level) => said.push(level) })
})
afterEach(() => {
  keeper.close()
  rmSync(dir, { recursive: true, force: true })
})

const kept = (): KioskView | null => readHome(readFileSync(join(dir, lastHomeFile), 'utf8'), 'b', 0)

it('is written once for many changes, and again after the next one', () => {
  for (let n = 0; n < 5; n++) keeper.changed()
  expect(readdirSync(dir)).toEqual([])
  system.advance(5_000)
  expect(kept()).toEqual(shown)
  shown = { ...viewOf(screens.home), catalogue: { ...viewOf(screens.home).catalogue, freeToday: 1 } }
  keeper.changed()
  system.advance(5_000)
  expect(kept()?.catalogue.freeToday).toBe(1)
  expect(readdirSync(dir)).toEqual([lastHomeFile])
})

it('is good until the day at the place ends', () => {
  keeper.changed()
  system.advance(5_000)
  const text = readFileSync(join(dir, lastHomeFile), 'utf8')
  // 23 November 2026 in Berlin.
  expect(readHome(text, 'b', Date.parse('2026-11-23T22:59:59Z'))).not.toBeNull()
  expect(readHome(text, 'b', Date.parse('2026-11-23T23:00:00Z'))).toBeNull()
})

it('is written for the new day too, though no row has changed', () => {
  system = fakeSystem(viewNow)
  keeper = keepLastHome({ dir, build: 'b', home: () => shown, system, log: () => {} })
  keeper.changed()
  system.advance(5_000)
  const { today } = viewOf(screens.home).catalogue
  shown = {
    ...viewOf(screens.home),
    catalogue: { ...viewOf(screens.home).catalogue, today: addDays(today, 1) },
  }
  system.advance(16 * 3_600_000)
  expect(kept()?.catalogue.today).toBe('2026-11-24')
})

it('is not there for a kiosk that has nothing to show, and gone with what it showed (R10.2)', () => {
  shown = null
  keeper.changed()
  system.advance(5_000)
  expect(readdirSync(dir)).toEqual([])
  shown = viewOf(screens.home)
  keeper.changed()
  system.advance(5_000)
  keeper.changed()
  keeper.forget()
  system.advance(5_000)
  expect(readdirSync(dir)).toEqual([])
})

it('that cannot be written stops nothing', () => {
  mkdirSync(join(dir, `${lastHomeFile}.new`))
  keeper.changed()
  system.advance(5_000)
  expect(said).toEqual(['warn'])
})
