import type { System } from '../lib/system.ts'
import type { Answer, Operation, Request } from './protocol.ts'
import type { StateFile } from './state.ts'
import { step } from './step.ts'

/** For how many requests it is remembered that they were carried out. */
const remembered = 2000
/** Asking these twice does nothing twice; their long answers are not kept. */
const harmless = new Set<Operation>(['health', 'list', 'events'])

export interface Controller {
  /** Carries a request out, at most once per id. What it changed is on disk before this returns. */
  handle(request: Request): Answer
  /** Behaves as if there were no room, until told otherwise. */
  setFull(full: boolean): void
  close(): void
}

/** A board with one lock, one reader and room for `capacity` credentials. */
export function createController(system: System, file: StateFile, capacity: number): Controller {
  let state = file.state
  let full = false
  let relock: (() => void) | null = null
  const answers = new Map<string, Answer>()

  /** The lock falls shut by the board's own timer, whatever becomes of whoever asked. */
  const release = (seconds: number): void => {
    relock?.()
    relock = system.after(seconds * 1000, () => {
      relock = null
    })
  }

  const carryOut = (request: Request): Answer => {
    const room = full ? Math.min(state.held.size, capacity) : capacity
    const stepped = step(state, request, system.now(), room, relock !== null)
    if (stepped.state !== state) {
      try {
        file.save(stepped.state)
      } catch (error) {
        // It goes on with what the disk holds: an answer must not promise more than that.
        return { id: request.id, ok: false, error: 'storage', detail: (error as Error).message.slice(0, 300) }
      }
      state = stepped.state
    }
    if (stepped.release) release(stepped.release)
    return stepped.answer
  }

  return {
    handle(request) {
      const before = answers.get(request.id)
      if (before) return before
      const answer = carryOut(request)
      if (harmless.has(request.op)) return answer
      answers.set(request.id, answer)
      const [oldest] = answers.keys()
      if (answers.size > remembered && oldest !== undefined) answers.delete(oldest)
      return answer
    },
    setFull(value) {
      full = value
    },
    close: () => relock?.(),
  }
}
