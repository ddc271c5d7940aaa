const hour = 3_600_000
const day = 24 * hour

/** How far the clock is ahead, in words. */
export function aheadText(ahead: number): string {
  if (ahead === 0) return "the machine's own time"
  const size = Math.abs(ahead)
  const parts = [
    [Math.floor(size / day), 'd'],
    [Math.floor((size % day) / hour), 'h'],
    [Math.round((size % hour) / 60_000), 'min'],
  ].flatMap(([n, unit]) => (n === 0 ? [] : [`${String(n)} ${String(unit)}`]))
  return `${parts.join(' ')} ${ahead > 0 ? 'ahead' : 'behind'}`
}

/** A time as far ahead, as it is on a wall here. */
export function clockText(now: number, ahead: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(now + ahead)
}
