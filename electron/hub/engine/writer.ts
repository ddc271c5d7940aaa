import type { Log } from '../../lib/log.ts'
import type { Commit } from '../engine-types.ts'
import type { Store } from '../store/store.ts'
import { createDraft, type Draft } from './draft.ts'
import type { Publisher } from './publisher.ts'

/** So many jobs share a commit at most: a bound on how long one of them waits for the others. */
const batchLimit = 256

export interface Writer {
  /**
   * Runs `job` in the next batch. Resolves with what it returned once the commit is on disk; rejects with what it threw,
   * and then nothing of it was written. Jobs run in the order in which they were submitted.
   */
  submit<T>(job: (draft: Draft) => T): Promise<T>
  onCommit(listen: (commit: Commit) => void): void
  /** Waits for what was submitted. */
  drain(): Promise<void>
}

interface Waiting {
  run(draft: Draft): unknown
  resolve(value: unknown): void
  reject(error: unknown): void
}
type Done =
  | { ok: true; job: Waiting; value: unknown; draft: Draft }
  | { ok: false; job: Waiting; error: unknown }

/**
 * The single writer with group commit: jobs that wait while a commit is on its way to the disk share the next one, each
 * in a savepoint of its own, and none is answered before the commit is on disk (I3). Everything within a batch is
 * synchronous. `onUndone` runs after a job or a batch was undone, for whoever keeps stored things in memory.
 */
export function createWriter(store: Store, publisher: Publisher, log: Log, onUndone: () => void): Writer {
  const { transactions } = store
  const listeners: ((commit: Commit) => void)[] = []
  let queue: Waiting[] = []
  let scheduled = false
  let idle: (() => void)[] = []

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(runBatch)
  }

  const runBatch = (): void => {
    scheduled = false
    const batch = queue.length > batchLimit ? queue.splice(0, batchLimit) : queue
    if (batch === queue) queue = []
    if (queue.length > 0) schedule()
    commitBatch(batch)
    if (queue.length > 0 || scheduled) return
    for (const resolve of idle) resolve()
    idle = []
  }

  const commitBatch = (batch: Waiting[]): void => {
    let done: Done[]
    let commit: Commit
    try {
      transactions.begin()
      done = batch.map(runJob)
      const drafts = done.flatMap((one) => (one.ok ? [one.draft] : []))
      const { changes, committed } = publisher.write(drafts)
      transactions.commit()
      committed()
      commit = { changes, effects: drafts.flatMap(({ effects }) => effects) }
    } catch (error) {
      transactions.rollback()
      onUndone()
      log('error', 'batch-failed', { jobs: batch.length, why: (error as Error).message })
      for (const { reject } of batch) reject(error)
      return
    }
    tell(commit)
    for (const one of done) {
      if (one.ok) one.job.resolve(one.value)
      else one.job.reject(one.error)
    }
  }

  const runJob = (job: Waiting): Done => {
    const draft = createDraft()
    try {
      return { ok: true, job, value: transactions.savepoint(() => job.run(draft)), draft }
    } catch (error) {
      onUndone()
      // The transaction itself is gone (full disk): none of the batch can be kept.
      if (!transactions.isOpen()) throw error
      log('error', 'job-failed', { why: (error as Error).stack })
      return { ok: false, job, error }
    }
  }

  const tell = (commit: Commit): void => {
    if (commit.changes.length === 0 && commit.effects.length === 0) return
    for (const listen of listeners) {
      try {
        listen(commit)
      } catch (error) {
        log('error', 'commit-listener-failed', { why: (error as Error).stack })
      }
    }
  }

  return {
    submit<T>(job: (draft: Draft) => T) {
      return new Promise<T>((resolve, reject) => {
        queue.push({ run: job, resolve, reject })
        schedule()
      })
    },
    onCommit: (listen) => void listeners.push(listen),
    drain: () =>
      queue.length === 0 && !scheduled ? Promise.resolve() : new Promise((resolve) => idle.push(resolve)),
  }
}
