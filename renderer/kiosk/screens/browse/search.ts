import type { ItemRow } from '../../../../shared/contract/rows.ts'

/** Text as it is compared: without case and accents, so that "cafe" finds "Café". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
}

/**
 * The items in which every word of the query begins a word of the name, the place, a feature or the description. Those that
 * match by name come first; otherwise the order stays. `words`: features as they are shown.
 */
export function findItems(
  items: readonly ItemRow[],
  query: string,
  words: (features: readonly string[]) => string[],
): ItemRow[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...items]
  const ranked = items.flatMap((item) => {
    const rank = rankOf(item, wanted, words)
    return rank === null ? [] : [{ item, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item)
}

function rankOf(
  item: ItemRow,
  wanted: readonly string[],
  words: (features: readonly string[]) => string[],
): 0 | 1 | null {
  const name = fold(item.name)
  if (wanted.every((word) => begins(name, word))) return 0
  const all = fold(
    [item.name, item.area, item.event?.where, ...words(item.features), item.description].join(' '),
  )
  return wanted.every((word) => begins(all, word)) ? 1 : null
}

/** Whether a word of the text begins so. Punctuation in the query is taken literally. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  return false
}

/** How the items of a kind are listed: events by time, posts newest first, the rest as the place has ordered them. */
export function listed(items: readonly ItemRow[], kind: ItemRow['kind']): ItemRow[] {
  const ofKind = items.filter((item) => item.kind === kind)
  if (kind === 'event') return ofKind.toSorted((a, b) => (a.event?.from ?? 0) - (b.event?.from ?? 0))
  if (kind === 'feed') return ofKind.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return ofKind.toSorted((a, b) => a.order - b.order)
}
