import { z } from 'zod'
import { visibilities } from '../domain/visibility.ts'
import { languageCodes } from './lists.ts'

/** Building blocks of the contracts. Sizes are bounded so that bad input stays small. */
export const idSchema = z.string().min(1).max(120)
export const uuidSchema = z.uuid()
export const instantSchema = z.number().int().nonnegative().max(8_640_000_000_000_000)
export const localDateSchema = z.iso.date()
export const localTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected HH:MM')
export const moneySchema = z.object({
  amount: z.number().int().nonnegative().max(1_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as EUR'),
})
const dayHoursSchema = z
  .object({ from: localTimeSchema, until: localTimeSchema })
  .refine((h) => h.from < h.until, 'from must be before until')
  .nullable()
export const weeklyHoursSchema = z
  .object({
    mon: dayHoursSchema,
    tue: dayHoursSchema,
    wed: dayHoursSchema,
    thu: dayHoursSchema,
    fri: dayHoursSchema,
    sat: dayHoursSchema,
    sun: dayHoursSchema,
  })
  .partial()
export const languageSchema = z.enum(languageCodes)
export type Language = z.infer<typeof languageSchema>
export const languages: readonly Language[] = languageCodes

/** As typed by a person: trimmed; checked for shape only, the mail server has the last word. RFC 5321: 254 at most. */
export const emailSchema = z.string().trim().max(254).pipe(z.email())
export const codeSchema = z.string().regex(/^\d{6}$/, 'expected six digits')
export const personNameSchema = z.string().trim().min(1).max(120)
export const pinSchema = z.string().regex(/^\d{4,12}$/, 'expected 4 to 12 digits')
export const reasonSchema = z.string().trim().min(1).max(300)
export const visibilitySchema = z.enum(visibilities)
/** Whom a bill is made out to (R3.3). The country is an ISO 3166-1 code. */
export const billingSchema = z.object({
  name: z.string().trim().min(1).max(120),
  street: z.string().trim().min(1).max(120),
  postalCode: z.string().trim().min(1).max(16),
  city: z.string().trim().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 code such as DE'),
  /** '' = none. */
  taxId: z.string().trim().max(40),
})
export type Billing = z.infer<typeof billingSchema>
