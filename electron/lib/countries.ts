/**
 * Codes that the runtime has a name for and that are no country of ISO 3166-1: unions, test codes, and what stands for
 * nothing known.
 */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

let known: ReadonlySet<string> | null = null

/** Every country of ISO 3166-1 alpha-2 that the runtime knows, by code. Former ones, which it renames, are left out. */
export function countries(): ReadonlySet<string> {
  known ??= new Set(codes().filter(isCurrent))
  return known
}

export function isCountry(code: string): boolean {
  return countries().has(code)
}

function codes(): string[] {
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n))
  return letters.flatMap((first) => letters.map((second) => first + second))
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

function isCurrent(code: string): boolean {
  if (noCountries.has(code) || names.of(code) === undefined) return false
  return new Intl.Locale(`und-${code}`).region === code
}
