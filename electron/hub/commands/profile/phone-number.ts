import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A phone number as E.164, such as '+49305550142'; null when it is none. Without a prefix it is one of `country`
 * (ISO 3166-1), as people write it there.
 */
export function phoneNumber(typed: string, country: string): string | null {
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(typed.normalize('NFKC'), {
    ...(home && { defaultCountry: home }),
    // "Call me on …" is no number.
    extract: false,
  })
  return parsed?.isValid() ? parsed.number : null
}
