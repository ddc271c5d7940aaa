import type { Log } from '../../lib/log.ts'
import type { Commit } from '../seam/engine.ts'
import type { Store } from '../store/store.ts'
import { type ChangeSet, createChangeSet } from './change-set.ts'
import type { Publisher } from './publisher.ts'

/** So many jobs share a commit at most: a bound on how long the first of them waits for the last. */
const batchLimit = 512

type Job<T> = (changeSet: ChangeSet) => T
/** What to do instead of a job that threw, once all that it wrote is undone; throws the error again to pass. */
type Recover<T> = (changeSet: ChangeSet, error: unknown) => T

export interface Writer {
  /**
   * Runs `job` in the next batch. Resolves with what it returned once the commit is on disk; rejects with what it threw,
   * and then nothing of it was written. Jobs run in the order in which they were submitted. One may be run twice, the
   * first time undone: it writes to the store and its draft and to nothing else.
   */
  submit<T>(job: Job<T>, recover?: Recover<T>): Promise<T>
  onCommit(listen: (commit: Commit) => void): void
  /** Waits for what was submitted. */
  drain(): Promise<void>
}

interface Waiting {
  run: Job<unknown>
  recover: Recover<unknown> | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}
type Done =
  | { ok: true; job: Waiting; value: unknown; changeSet: ChangeSet }
  | { ok: false; job: Waiting; error: unknown }

/**
 * The single writer with group commit: jobs that wait while a commit is on its way to the disk share the next one, and
 * none is answered before it is on disk (I3). Everything within a batch is synchronous. `onUndone` runs after anything
 * was undone, for whoever keeps stored things in memory.
 */
export function createWriter(store: Store, publisher: Publisher, log: Log, onUndone: () => void): Writer {
  const { transactions } = store
  const listeners: ((commit: Commit) => void)[] = []
  const queue: Waiting[] = []
  let scheduled = false
  let idle: (() => void)[] = []

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(runBatch)
  }

  const runBatch = (): void => {
    scheduled = false
    const batch = queue.splice(0, batchLimit)
    if (queue.length > 0) schedule()
    commitBatch(batch)
    if (queue.length > 0 || scheduled) return
    for (const resolve of idle) resolve()
    idle = []
  }

  const commitBatch = (batch: readonly Waiting[]): void => {
    try {
      const [done, commit] = commitAll(batch) ?? commitOneByOne(batch)
      tell(commit)
      for (const one of done) {
        if (one.ok) one.job.resolve(one.value)
        else one.job.reject(one.error)
      }
    } catch (error) {
      log('error', 'batch-failed', { jobs: batch.length, why: (error as Error).message })
      for (const { reject } of batch) reject(error)
    }
  }

  /**
   * The usual way: no job throws. A savepoint each would make SQLite copy every page that a job touches, which takes
   * longer than the job. Null when one threw; then nothing was written.
   */
  const commitAll = (batch: readonly Waiting[]): [Done[], Commit] | null => {
    let threw = false
    const done = inTransaction(() => {
      const all: Done[] = []
      for (const job of batch) {
        const changeSet = createChangeSet()
        try {
          all.push({ ok: true, job, value: job.run(changeSet), changeSet })
        } catch {
          threw = true
          return null
        }
      }
      return all
    })
    return threw ? null : done
  }

  /** Again, with a savepoint each, so that whoever throws does no harm to the others. */
  const commitOneByOne = (batch: readonly Waiting[]): [Done[], Commit] => {
    const done = inTransaction(() => batch.map(runAlone))
    if (!done) throw new Error('the transaction was given up')
    return done
  }

  const runAlone = (job: Waiting): Done => {
    try {
      return attempt(job, job.run)
    } catch (error) {
      log('error', 'job-failed', { why: (error as Error).stack })
      return { ok: false, job, error: undone(error) }
    }
  }

  const attempt = (job: Waiting, run: Job<unknown>): Done => {
    const changeSet = createChangeSet()
    const { recover } = job
    try {
      return { ok: true, job, value: transactions.savepoint(() => run(changeSet)), changeSet }
    } catch (error) {
      if (!recover || run !== job.run) throw error
      undone(error)
      return attempt(job, (again) => recover(again, error))
    }
  }

  const undone = (error: unknown): unknown => {
    onUndone()
    // The transaction itself is gone (full disk): none of the batch can be kept.
    if (!transactions.isOpen()) throw error
    return error
  }

  /** Runs jobs, writes what they drafted, and commits. When `run` gives null, or anything throws, all is undone. */
  const inTransaction = (run: () => Done[] | null): [Done[], Commit] | null => {
    let isDone = false
    transactions.begin()
    try {
      const done = run()
      if (!done) return null
      const drafts = done.flatMap((one) => (one.ok ? [one.changeSet] : []))
      const { changes, committed } = publisher.write(drafts)
      transactions.commit()
      isDone = true
      committed()
      return [done, { changes, effects: drafts.flatMap(({ effects }) => effects) }]
    } finally {
      if (!isDone) {
        transactions.rollback()
        onUndone()
      }
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
    submit<T>(job: Job<T>, recover?: Recover<T>) {
      return new Promise<T>((resolve, reject) => {
        queue.push({ run: job, recover, resolve, reject })
        schedule()
      })
    },
    onCommit: (listen) => void listeners.push(listen),
    drain: () =>
      queue.length === 0 && !scheduled ? Promise.resolve() : new Promise((resolve) => idle.push(resolve)),
  }
}
