export const dayparts = ['night', 'morning', 'afternoon', 'evening'] as const
export type Daypart = (typeof dayparts)[number]

/** The part of the day that an hour (0 to 23) belongs to. */
export function daypartOf(hour: number): Daypart {
  return dayparts[Math.floor(hour / 6)] ?? 'night'
}

/** Slots in their parts of the day, in order; parts of which everything is over are left out. */
export function inDayparts<S extends { state: string }>(
  slots: readonly S[],
  hourOf: (slot: S) => number,
): { part: Daypart; slots: S[] }[] {
  return dayparts
    .map((part) => ({ part, slots: slots.filter((slot) => daypartOf(hourOf(slot)) === part) }))
    .filter((group) => group.slots.some(({ state }) => state !== 'over'))
}
