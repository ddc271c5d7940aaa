import { z } from 'zod'
import { idSchema, languageSchema } from './basics.ts'

/**
 * Between the hub and the page on somebody's phone, over plain HTTP: `POST /api/<command type>` with the payload as JSON,
 * answered with a `Result` of the command's outcome (contract/commands.ts) without its session, and `GET /api/place`.
 */

/** The command's id, UUIDv7, made by the page: sending it again changes nothing (I2). */
export const commandIdHeader = 'x-command-id'
/** The hub's clock at the answer, epoch milliseconds: count-downs go by it, as a phone's clock may be wrong. */
export const hubTimeHeader = 'x-hub-time'

const localized = z.partialRecord(languageSchema, z.string())

/** What the page needs to know before anybody has signed in; all of it is public. */
export const phonePlaceSchema = z.object({
  name: z.string(),
  zone: z.string(),
  languages: z.array(languageSchema).min(1),
  /** ISO 3166-1 and ISO 4217. */
  country: z.string(),
  currency: z.string(),
  /** What is due can be paid on the phone right away (R3.5). */
  paysOnline: z.boolean(),
  helpPhone: z.string(),
  privacyPolicy: localized,
  terms: z.object({ version: z.number().int(), texts: localized }),
  /** Names of the public desks and items, by id: what a person's facts refer to. */
  names: z.record(idSchema, z.string()),
})
export type PhonePlace = z.infer<typeof phonePlaceSchema>
