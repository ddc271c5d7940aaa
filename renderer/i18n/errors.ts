import type { TFunction } from 'i18next'
import type { Language } from '../../shared/contract/basics.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import type { Zone } from '../../shared/domain/ids.ts'
import { formatLongDay, formatMoney, formatTime } from './format.ts'

type Params = Record<string, string | number>

const isDay = (value: string | number): value is string => /^\d{4}-\d\d-\d\d$/.test(String(value))

/** Parameters as people read them: instants (`…At`) as times, money by its currency, days by their name. */
export function readableParams(params: Params, zone: Zone, language: Language): Params {
  const readable: Params = {}
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('At')) readable[name] = formatTime(Number(value), zone, language)
    else if (typeof value === 'number' && typeof params.currency === 'string')
      readable[name] = formatMoney({ amount: value, currency: params.currency }, language)
    else readable[name] = isDay(value) ? formatLongDay(value, language) : value
  }
  const count = params.left ?? params.count
  return typeof count === 'number' ? { ...readable, count } : readable
}

/**
 * The sentence for an error. A code may have two: `<code>_detail` says more when its parameters are there, `<code>`
 * stands without any, and is also what is said when a parameter that the longer one needs is missing.
 */
export function errorText(
  t: TFunction<'errors'>,
  error: { code: ErrorCode; params?: Params },
  zone: Zone,
  language: Language,
): string {
  if (!error.params || Object.keys(error.params).length === 0) return t(error.code)
  const say = t as (key: string, options: Params) => string
  const text = say(error.code, { ...readableParams(error.params, zone, language), context: 'detail' })
  return text.includes('{{') ? t(error.code) : text
}
