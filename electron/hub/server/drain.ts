import type { System } from '../../lib/system.ts'

/** Waits until nothing of `running` is left, for at most `bound` ms. What is added meanwhile is waited for too. */
export async function drain(
  running: ReadonlySet<Promise<void>>,
  system: System,
  bound: number,
): Promise<void> {
  let cancel = (): void => {}
  const deadline = new Promise<'late'>((resolve) => {
    cancel = system.after(bound, () => resolve('late'))
  })
  while (running.size > 0) {
    if ((await Promise.race([Promise.allSettled(running), deadline])) === 'late') break
  }
  cancel()
}
