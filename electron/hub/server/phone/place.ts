import type { PhonePlace } from '../../../../shared/contract/phone-page.ts'
import {
  type ChangedRow,
  catalogueRows,
  type LocationRow,
  type TermsRow,
} from '../../../../shared/contract/rows.ts'
import type { LocationId } from '../../../../shared/domain/ids.ts'
import type { Engine } from '../../seam/engine.ts'
import type { ScopeKey } from '../../seam/scopes.ts'

const page = 500

/**
 * What the phones' page says without a login, as JSON: read from the catalogue at the first question, kept up to date by
 * the commits. Throws when the catalogue has no location, which a hub that started always has.
 */
export function phonePlaceOf(engine: Engine, location: LocationId): () => string {
  const catalogue = `catalogue:${location}` as const
  const kept = new Map<string, ChangedRow>()
  let loaded = false
  let text: string | null = null

  const keep = (rows: ChangedRow[]): void => {
    for (const row of rows) {
      if (!isOurs(row.kind)) continue
      const key = `${row.kind} ${row.id}`
      // A commit may be told after its rows were read already.
      if ((kept.get(key)?.rev ?? 0) >= row.rev) continue
      kept.set(key, row)
      text = null
    }
  }
  engine.onCommit(({ changes }) => {
    if (loaded) for (const { key, rows } of changes) if (key === catalogue) keep(rows)
  })
  return () => {
    if (!loaded) for (const rows of pagesOf(engine, catalogue)) keep(rows)
    loaded = true
    text ??= JSON.stringify(placeFrom([...kept.values()]))
    return text
  }
}

function* pagesOf(engine: Engine, key: ScopeKey): Generator<ChangedRow[]> {
  for (let cursor = 0, more = true; more; ) {
    const { rows, to, ...rest } = engine.since(key, cursor, page)
    yield rows
    cursor = to
    more = rest.more
  }
}

/** Everything of the catalogue but who holds what when: that changes all day, and this page does not show it. */
function isOurs(kind: string): boolean {
  return kind === 'location' || kind === 'terms' || kind === 'desk' || kind === 'item'
}

function placeFrom(rows: ChangedRow[]): PhonePlace {
  let location: LocationRow | undefined
  const terms: TermsRow[] = []
  const names: Record<string, string> = {}
  for (const { kind, row } of rows) {
    if (row === null) continue
    if (kind === 'location') location = catalogueRows.location.parse(row)
    else if (kind === 'terms') terms.push(catalogueRows.terms.parse(row))
    else if (kind === 'desk') {
      const desk = catalogueRows.desk.parse(row)
      names[desk.id] = desk.label
    } else {
      const item = catalogueRows.item.parse(row)
      names[item.id] = item.name
    }
  }
  if (!location) throw new Error('the catalogue has no location')
  const { name, zone, languages, country, paysOnline, helpPhone, privacyPolicy, termsVersion } = location
  const current = terms.find(({ version }) => version === termsVersion)
  const texts = Object.entries(current?.texts ?? {}).map(([language, { text }]) => [language, text])
  return {
    name,
    zone,
    languages,
    country,
    currency: location.singleDay.currency,
    paysOnline,
    helpPhone,
    privacyPolicy,
    terms: { version: termsVersion, texts: Object.fromEntries(texts) as PhonePlace['terms']['texts'] },
    names,
  }
}
