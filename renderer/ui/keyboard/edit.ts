/** A text field's value and what is selected in it; `end` = `start` is a caret. */
export interface Editing {
  value: string
  start: number
  end: number
}

/** Types text over the selection, no longer than `max` in all; what would not fit is not typed. */
export function typeText(
  { value, start, end }: Editing,
  text: string,
  max = Number.POSITIVE_INFINITY,
): Editing {
  const typed = value.slice(0, start) + text + value.slice(end)
  if (typed.length > max) return { value, start, end }
  const caret = start + text.length
  return { value: typed, start: caret, end: caret }
}

/** Removes the selection, or what stands before the caret: a whole character, be it of two code units. */
export function eraseText({ value, start, end }: Editing): Editing {
  if (start !== end) return { value: value.slice(0, start) + value.slice(end), start, end: start }
  const before = Array.from(value.slice(0, start)).slice(0, -1).join('')
  return { value: before + value.slice(start), start: before.length, end: before.length }
}

/** Where a name starts a word, the next letter is a capital. */
export function wantsCapital({ value, start }: Editing): boolean {
  return /(^|[\s-])$/.test(value.slice(0, start))
}
