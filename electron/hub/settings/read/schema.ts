import { z } from 'zod'
import {
  languageSchema,
  localTimeSchema,
  moneySchema,
  pinSchema,
  visibilitySchema,
  weeklyHoursSchema,
} from '../../../../shared/contract/basics.ts'
import { isZone } from '../../../../shared/domain/time.ts'
import { paymentConfig } from '../../payments/config.ts'
import { memberSchema, networkSchema, offerSchema } from './offers.ts'
import { planConfig } from './plans.ts'

const localized = z.partialRecord(languageSchema, z.string())

/** Entries are told apart by `key`: a second one of the same name is a mistake, not an update. */
function noTwoAlike<K extends string>(key: K) {
  return (entries: Record<K, string>[], context: z.RefinementCtx): void => {
    const seen = new Set<string>()
    entries.forEach((entry, index) => {
      if (seen.has(entry[key])) {
        const message = `expected ${key === 'id' ? 'an' : 'a'} ${key} that no other entry has`
        context.addIssue({ code: 'custom', path: [index, key], message })
      }
      seen.add(entry[key])
    })
  }
}

/**
 * `foyer.yaml` in the hub's folder: the place, its mail and its doors. Everything has a default, so the file may be
 * missing. Unknown keys are errors: a typo must not be silently ignored.
 */
export const configSchema = z
  .strictObject({
    location: z
      .strictObject({
        name: z.string().trim().min(1).max(80),
        zone: z.string().refine(isZone, 'expected an IANA time zone such as Europe/Berlin'),
        openingHours: weeklyHoursSchema.strict(),
        dayEnd: localTimeSchema,
        singleDay: moneySchema.strict(),
        languages: z.array(languageSchema).min(1),
        helpPhone: z.string().max(40),
        privacyPolicy: localized,
        /** A new number asks everybody again at their next obligation (R3.2). */
        terms: z.strictObject({
          version: z.number().int().positive(),
          texts: localized,
          /** false: a small change, for which nobody is asked again. */
          ask: z.boolean().optional(),
        }),
        /** Ask for billing details before something that has a price (R3.3). */
        asksBilling: z.boolean(),
        /** What is in every price as tax. */
        tax: z.strictObject({ name: z.string().trim().min(1).max(20), percent: z.number().min(0).max(100) }),
        /** ISO 3166-1: whose phone numbers need no prefix. */
        country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 code such as DE'),
        idle: z
          .strictObject({ askAfter: z.number().int().positive(), forgetAfter: z.number().int().positive() })
          .partial(),
      })
      .partial(),
    mail: z.strictObject({
      /** smtp://user:password@host:port or smtps://…; the --smtp flag wins. */
      smtp: z
        .url({
          protocol: /^smtps?$/,
          error: 'expected an address such as smtp://user:password@mail.example.com:587',
        })
        .optional(),
      /** What recipients see: `Maison Foyer <desk@example.com>` or only the address. */
      from: z
        .string()
        .max(200)
        .regex(
          /^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
          'expected desk@example.com or Name <desk@example.com>',
        )
        .optional(),
    }),
    /** How phones reach the hub (R4.2, R7.4). */
    phone: z
      .strictObject({
        /** What links in mails and QR codes begin with, where the hub stands behind a name of its own. */
        url: z
          .url({ protocol: /^https?$/, error: 'expected an address such as https://foyer.example.com' })
          .transform((url) => url.replace(/\/+$/, '')),
        /** Where the hub listens: 0.0.0.0 for phones in the house; --host wins. */
        host: z.string().trim().min(1).max(255),
      })
      .partial(),
    doors: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and dashes'),
          name: z.string().trim().min(1).max(80),
          driver: z.literal('simulated'),
          host: z.string(),
          port: z.number().int().min(1).max(65535),
          pulse: z.number().int().min(1).max(255).optional(),
        }),
      )
      .superRefine(noTwoAlike('id')),
    desks: z
      .array(
        z.strictObject({
          label: z.string().trim().min(1).max(12),
          area: z.string().max(40),
          x: z.number(),
          y: z.number(),
          features: z.array(z.string().max(30)).optional(),
          visibility: visibilitySchema.optional(),
        }),
      )
      .superRefine(noTwoAlike('label')),
    plans: z.array(planConfig).max(100).superRefine(noTwoAlike('id')),
    payment: paymentConfig,
    staff: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(80), pin: pinSchema }))
      .superRefine(noTwoAlike('name')),
    offers: z.array(offerSchema).max(1000).superRefine(noTwoAlike('id')),
    network: z.array(networkSchema).superRefine(noTwoAlike('id')),
    members: z.array(memberSchema).max(10_000),
  })
  .partial()
  .superRefine(({ members = [], network = [] }, context) => {
    const known = new Set(network.map(({ id }) => id))
    members.forEach(({ location }, index) => {
      if (location === undefined || known.has(location)) return
      const message = 'expected the id of an entry of network; left out, it means this location'
      context.addIssue({ code: 'custom', path: ['members', index, 'location'], message })
    })
  })
export type Config = z.infer<typeof configSchema>
