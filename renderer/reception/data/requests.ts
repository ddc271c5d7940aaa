import type { RequestRow } from './rows.ts'
import { matches } from './search.ts'

/** Questions to look through: those that wait for an answer first, the oldest on top; then the newest that have one. */
export function listRequests(rows: readonly RequestRow[], words: readonly string[]): RequestRow[] {
  const found = rows.filter((row) =>
    matches(words, row.name, row.email, row.about, row.text, row.answer?.text, row.answer?.by),
  )
  const answered = found.filter((row) => row.answer)
  return [
    ...openRequests(found),
    ...answered.toSorted((a, b) => (b.answer?.at ?? 0) - (a.answer?.at ?? 0) || (a.id < b.id ? -1 : 1)),
  ]
}

/** Those that wait for an answer; whoever asked first is first. */
export function openRequests(rows: readonly RequestRow[]): RequestRow[] {
  return rows.filter((row) => !row.answer).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}
