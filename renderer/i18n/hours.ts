import type { Weekday, WeeklyHours } from '../../shared/domain/facts.ts'
import type { LocalTime } from '../../shared/domain/ids.ts'

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Days in a row that have the same hours. Monday is 0; `first` = `last` for a single day. */
export interface HoursRun {
  first: number
  last: number
  from: LocalTime
  until: LocalTime
}

/** The hours of a week as people say them: "Mon to Fri 8 to 18, Sat 10 to 14". Closed days are left out. */
export function runsOf(hours: WeeklyHours): HoursRun[] {
  const runs: HoursRun[] = []
  weekdays.forEach((weekday, day) => {
    const open = hours[weekday]
    if (!open) return
    const before = runs.at(-1)
    if (before && before.last === day - 1 && before.from === open.from && before.until === open.until)
      before.last = day
    else runs.push({ first: day, last: day, from: open.from, until: open.until })
  })
  return runs
}

/** Whether it is open at every hour of every day. */
export function isAlways(hours: WeeklyHours): boolean {
  const [run, ...more] = runsOf(hours)
  return (
    more.length === 0 && run?.last === 6 && run.first === 0 && run.from === '00:00' && run.until === '24:00'
  )
}
