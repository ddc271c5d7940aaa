import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeLink } from '../../../test/fixtures/fake-link.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { pictureFiles } from '../store/picture-files.ts'
import { createPictures } from './pictures.ts'

const bytesOf = (text: string) => Buffer.from(text)
const hashOf = (text: string) => createHash('sha256').update(bytesOf(text)).digest('hex')
const [room, hall, lounge] = ['room', 'hall', 'lounge'].map(hashOf) as [string, string, string]
const known = new Map(['room', 'hall', 'lounge'].map((text) => [hashOf(text), text]))

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-pictures-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const onDisk = () => readdirSync(dir).toSorted()
const files = (...hashes: string[]) => hashes.map((hash) => `${hash}.webp`).toSorted()

function gallery() {
  const system = fakeSystem()
  const hub = fakeLink()
  hub.on('image.get', (payload) => {
    const text = known.get((payload as { hash: string }).hash)
    return text === undefined ? failure('item-unknown') : ok({ image: bytesOf(text).toString('base64') })
  })
  const pictures = createPictures({
    files: pictureFiles(dir),
    ...hub,
    system,
    log: silentLog,
    changed: () => {},
  })
  const here = (hash: string) => vi.waitFor(() => expect(pictures.has(hash)).toBe(true))
  return { system, hub, pictures, here }
}

describe('pictures of the catalogue', () => {
  it('what rows name is fetched, one at a time, and kept', async () => {
    const { hub, pictures, here } = gallery()
    pictures.publicOnes([room, hall])
    await here(hall)
    expect(onDisk()).toEqual(files(room, hall))
    expect(readFileSync(join(dir, `${room}.webp`)).toString()).toBe('room')
    expect(hub.asked.map(({ payload }) => payload)).toEqual([{ hash: room }, { hash: hall }])
  })

  it('what no row names any more is taken away', async () => {
    const { pictures, here } = gallery()
    pictures.publicOnes([room, hall])
    await here(hall)
    pictures.publicOnes([hall])
    expect(onDisk()).toEqual(files(hall))
    expect(pictures.has(room)).toBe(false)
  })

  it('what is on the disk is there with no hub, and is not fetched again (R9.2)', async () => {
    writeFileSync(join(dir, `${room}.webp`), 'room')
    const { hub, pictures, here } = gallery()
    hub.turn('off')
    pictures.publicOnes([room, hall])
    await here(room)
    expect(pictures.has(hall)).toBe(false)
    hub.turn('on')
    await here(hall)
    expect(hub.asked.map(({ payload }) => payload)).toEqual([{ hash: hall }])
  })

  it('a broken file is fetched anew; drafts and strangers go', async () => {
    writeFileSync(join(dir, `${room}.webp`), 'rubbish')
    writeFileSync(join(dir, `${hall}.webp.new`), 'half')
    writeFileSync(join(dir, 'notes.txt'), 'x')
    const { pictures, here } = gallery()
    pictures.publicOnes([room])
    await here(room)
    expect(onDisk()).toEqual(files(room))
    expect(readFileSync(join(dir, `${room}.webp`)).toString()).toBe('room')
  })

  it('what an earlier process left of somebody’s offers goes at the start (I7)', () => {
    writeFileSync(join(dir, `${lounge}.webp`), 'lounge')
    gallery().pictures.publicOnes([])
    expect(onDisk()).toEqual([])
  })

  it('bytes that are not what was asked for are not kept, and are asked for again', async () => {
    const { system, hub, pictures, here } = gallery()
    hub.on('image.get', () => ok({ image: bytesOf('another').toString('base64') }))
    pictures.publicOnes([room])
    await vi.waitFor(() => expect(system.pendingTimers).toBe(1))
    expect(onDisk()).toEqual([])
    hub.on('image.get', () => ok({ image: bytesOf('room').toString('base64') }))
    system.advance(200)
    await here(room)
  })

  it('one that cannot be had does not hold up the others', async () => {
    const { system, hub, pictures, here } = gallery()
    const missing = 'f'.repeat(64)
    pictures.publicOnes([missing, room])
    await here(room)
    await vi.waitFor(() => expect(system.pendingTimers).toBe(1))
    const before = hub.asked.length
    system.advance(200)
    await vi.waitFor(() => expect(hub.asked).toHaveLength(before + 1))
  })

  it('a folder that takes nothing: the kiosk goes on without, and tries again', async () => {
    rmSync(dir, { recursive: true })
    writeFileSync(dir, 'a file in its place')
    const { system, pictures, here } = gallery()
    pictures.publicOnes([room])
    await vi.waitFor(() => expect(system.pendingTimers).toBe(1))
    rmSync(dir)
    mkdirSync(dir)
    system.advance(200)
    await here(room)
  })

  it('what only somebody’s offers name is fetched in their name, and gone with their session (R1.2)', async () => {
    const { hub, pictures, here } = gallery()
    pictures.publicOnes([room])
    pictures.offered([room, lounge], 'ada.secret')
    await here(lounge)
    expect(hub.asked).toMatchObject([
      { payload: { hash: room }, session: undefined },
      { payload: { hash: lounge }, session: 'ada.secret' },
    ])
    pictures.offered([], null)
    expect(onDisk()).toEqual(files(room))
  })

  it('a picture that comes after they left is not kept', async () => {
    const { hub, pictures } = gallery()
    hub.on('image.get', () => {
      pictures.offered([], null)
      return ok({ image: bytesOf('lounge').toString('base64') })
    })
    pictures.publicOnes([])
    pictures.offered([lounge], 'ada.secret')
    await vi.waitFor(() => expect(hub.asked).toHaveLength(1))
    await hub.settle()
    expect(onDisk()).toEqual([])
    expect(pictures.has(lounge)).toBe(false)
  })

  it('leaves no timer and nothing of anybody behind', async () => {
    const { system, pictures, here } = gallery()
    pictures.publicOnes([room])
    pictures.offered([lounge], 'ada.secret')
    await here(lounge)
    pictures.close()
    expect(onDisk()).toEqual(files(room))
    expect(system.pendingTimers).toBe(0)
  })
})
