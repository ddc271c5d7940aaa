import { readFileSync } from 'node:fs'

/** Milliseconds of processor that a process has used so far, in steps of 10. Linux only, as the figures of BENCH.md are. */
export function cpuOf(pid: number): number {
  // Fields 14 and 15 of proc(5), in ticks of 10 ms; the name before them may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
