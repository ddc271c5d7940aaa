import { type ChangedRow, catalogueRows } from '../../../shared/contract/rows.ts'
import type { Engine } from '../seam/engine.ts'
import type { Place } from './compose.ts'

const page = 500

/**
 * Name and zone of the location as the catalogue has them: looked up at the first mail, kept up to date by the commits.
 * The location is among the first rows that a hub ever writes, so the search ends early.
 */
export function placeOf(engine: Engine): () => Place {
  let place: Place | null = null
  engine.onCommit(({ changes }) => {
    for (const { key, rows } of changes) if (key === 'catalogue') place = findPlace(rows) ?? place
  })
  return () => {
    place ??= search(engine)
    return place
  }
}

function search(engine: Engine): Place {
  let cursor = 0
  for (;;) {
    const { rows, to, more } = engine.since('catalogue', cursor, page)
    const found = findPlace(rows)
    if (found) return found
    if (!more) throw new Error('the catalogue has no location')
    cursor = to
  }
}

function findPlace(rows: ChangedRow[]): Place | null {
  for (const { kind, row } of rows) {
    if (kind !== 'location' || row === null) continue
    const { name, zone } = catalogueRows.location.parse(row)
    return { name, zone }
  }
  return null
}
