import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { openState, type State } from './state.ts'

describe('state of the simulated controller', () => {
  const system = fakeSystem()
  let dir: string
  let path: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'foyer-state-'))
    path = join(dir, 'door.json')
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const some = (state: State): State => ({
    ...state,
    held: new Map([['g', { grant: 'g', credential: 1, from: 0, until: null }]]),
    events: [{ index: 7, kind: 'tamper', at: 1, grant: null, reason: '' }],
    next: 8,
    clockOffset: 5,
  })

  it('switched off and on: everything is there', () => {
    const file = openState(path, system)
    const kept = some(file.state)
    file.save(kept)
    expect(openState(path, system).state).toEqual(kept)
  })

  it.each(['', '{"serial":', 'null', '{"serial":"S","held":[{"grant":1}]}'])(
    'file broken (%j): put aside, empty, same board, indexes go on',
    (rubbish) => {
      const file = openState(path, system)
      file.save(some(file.state))
      writeFileSync(path, rubbish)
      const opened = openState(path, system)
      expect(opened.state).toMatchObject({ serial: file.state.serial, events: [], clockOffset: 0 })
      expect(opened.state.held.size).toBe(0)
      expect(opened.state.next).toBeGreaterThan(8)
      expect(readFileSync(opened.asideAs ?? '', 'utf8')).toBe(rubbish)
    },
  )

  it('everything broken: another board', () => {
    const { serial } = openState(path, system).state
    writeFileSync(path, 'x')
    writeFileSync(`${path}.index`, 'x')
    expect(openState(path, system).state.serial).not.toBe(serial)
  })

  it('power gone while writing: the half-written file beside it is of no account', () => {
    const file = openState(path, system)
    file.save(some(file.state))
    writeFileSync(`${path}.tmp`, '{"half')
    expect(openState(path, system).state.next).toBe(8)
    expect(readdirSync(dir).toSorted()).toEqual(['door.json', 'door.json.index'])
  })

  it('more events than were reserved: the reserve moves on before they are used', () => {
    const file = openState(path, system)
    file.save({ ...file.state, next: 5_000 })
    writeFileSync(path, 'x')
    expect(openState(path, system).state.next).toBeGreaterThan(5_000)
  })
})
