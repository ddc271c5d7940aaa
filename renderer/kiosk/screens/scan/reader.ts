import type { Instant } from '../../../../shared/domain/ids.ts'

/** How long the same code is ignored after it was read (R7.3). */
const sameCodeMs = 5000

/** Takes what a scanner typed, line by line; says what is to be presented, null = nothing or the same code again. */
export function createReader(): (line: string, at: Instant) => string | null {
  let last: { code: string; at: Instant } | null = null
  return (line, at) => {
    const code = line.trim()
    if (code === '' || (last?.code === code && at - last.at < sameCodeMs)) return null
    last = { code, at }
    return code
  }
}
