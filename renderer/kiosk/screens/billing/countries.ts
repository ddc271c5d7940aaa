import type { Language } from '../../../../shared/contract/basics.ts'
import { languageCodes } from '../../../../shared/contract/lists.ts'
import { compareNames, countryName } from '../../../i18n/format.ts'
import { fold } from '../browse/search.ts'

/** ISO 3166-1 alpha-2, all that are assigned. */
const codes =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
  CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
  GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
  LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
  NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(
    /\s+/,
  )

/** Where most people are from, after the country of the place itself. */
const near = ['DE', 'AT', 'CH', 'FR', 'ES', 'GB', 'NL', 'BE', 'IT', 'PL', 'DK', 'US']

export interface Country {
  code: string
  name: string
}

/**
 * Countries whose name, or a word of it, begins so, in the language of the screen; the place's own first, then those that are
 * near. With nothing typed those alone.
 */
export function suggestCountries(typed: string, language: Language, own: string, count: number): Country[] {
  const wanted = fold(typed.trim())
  const first = [own, ...near.filter((code) => code !== own)]
  if (wanted === '') return first.slice(0, count).map((code) => ({ code, name: countryName(code, language) }))
  const compare = compareNames(language)
  const rank = (name: string, code: string): number =>
    (fold(name).startsWith(wanted) ? 0 : 2) + (first.includes(code) ? 0 : 1)
  return codes
    .map((code) => ({ code, name: countryName(code, language) }))
    .filter(({ name }) =>
      fold(name)
        .split(/[\s(-]+/)
        .some((_, i, words) => words.slice(i).join(' ').startsWith(wanted.replaceAll('-', ' '))),
    )
    .toSorted((a, b) => rank(a.name, a.code) - rank(b.name, b.code) || compare(a.name, b.name))
    .slice(0, count)
}

/** The code of a country as somebody typed it: its name in any of our languageCodes, or the code itself. Null = none of them. */
export function countryOf(typed: string): string | null {
  const wanted = fold(typed.trim())
  if (wanted === '') return null
  const code = codes.find((one) => one.toLowerCase() === wanted)
  if (code) return code
  return (
    codes.find((one) => languageCodes.some((language) => fold(countryName(one, language)) === wanted)) ?? null
  )
}
