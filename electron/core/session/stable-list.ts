/**
 * Maps a list again and again, and hands out the same list as the last time where every result is the same object. A page is
 * sent what has changed, and of a thousand desks a booking changes one: what is the same need be neither made nor compared.
 *
 * `make` is given what it made of that one the last time, to give it back if nothing about it has changed.
 */
export function createStableList<T, R>(): (
  list: readonly T[],
  make: (one: T, before: R | undefined) => R,
) => readonly R[] {
  let of: readonly T[] = []
  let last: readonly R[] = []
  return (list, make) => {
    if (of !== list) {
      of = list
      last = list.map((one) => make(one, undefined))
      return last
    }
    let changed: R[] | null = null
    let n = 0
    for (const one of list) {
      const before = last[n]
      const made = make(one, before)
      if (made !== before) {
        changed ??= [...last]
        changed[n] = made
      }
      n++
    }
    last = changed ?? last
    return last
  }
}
