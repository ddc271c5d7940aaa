import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { randomToken, type System } from '../lib/system.ts'
import { type ControllerEvent, controllerEventSchema, type Held, heldSchema } from './protocol.ts'

/** What a board keeps without power. Never changed in place. */
export interface State {
  /** Printed on the board. */
  serial: string
  held: ReadonlyMap<string, Held>
  /** The last events, oldest first, without holes. */
  events: readonly ControllerEvent[]
  /** The index that the next event gets. */
  next: number
  /** How far its clock is ahead of the machine's, in milliseconds. */
  clockOffset: number
}

const stateSchema = z.object({
  serial: z.string().min(1).max(80),
  held: z.array(heldSchema),
  events: z.array(controllerEventSchema),
  next: z.number().int().positive(),
  clockOffset: z.number().int(),
})

/** Kept apart from the state, so that indexes go on when the state is lost: no index from here on was ever used. */
const reserveSchema = z.object({ serial: z.string().min(1).max(80), free: z.number().int().positive() })
const reservedAtOnce = 1000

export interface StateFile {
  state: State
  /** Where a broken file was put; it is never deleted. */
  asideAs: string | null
  /** On disk when it returns, whole or not at all. Throws what the file system says. */
  save(state: State): void
}

/**
 * Opens the file or starts empty. A broken one is put aside, and event indexes go on behind those that may have been
 * used; when the index file is lost as well it is a new board, with a new serial number.
 */
export function openState(path: string, system: System): StateFile {
  const reservePath = `${path}.index`
  const found = readJson(path, stateSchema)
  const reserve = readJson(reservePath, reserveSchema).value
  const asideAs = found.broken ? `${path}.broken-${system.now()}` : null
  if (asideAs) renameSync(path, asideAs)
  const serial = found.value?.serial ?? reserve?.serial ?? `SIM-${randomToken(system, 6)}`
  const state: State = found.value
    ? { ...found.value, held: new Map(found.value.held.map((held) => [held.grant, held])) }
    : { serial, held: new Map(), events: [], next: reserve?.free ?? 1, clockOffset: 0 }

  let free = 0
  const save = (wanted: State): void => {
    if (wanted.next >= free) {
      writeDurably(reservePath, JSON.stringify({ serial, free: wanted.next + reservedAtOnce }))
      free = wanted.next + reservedAtOnce
    }
    writeDurably(path, JSON.stringify({ ...wanted, held: [...wanted.held.values()] }))
  }
  save(state)
  return { state, asideAs, save }
}

function readJson<T>(path: string, schema: z.ZodType<T>): { value: T | null; broken: boolean } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return { value: null, broken: false }
    throw error
  }
  try {
    return { value: schema.parse(JSON.parse(text)), broken: false }
  } catch {
    return { value: null, broken: true }
  }
}

/** Written beside it, flushed, renamed over it, and the folder flushed: survives a power cut at any point. */
function writeDurably(path: string, text: string): void {
  const beside = `${path}.tmp`
  const file = openSync(beside, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
