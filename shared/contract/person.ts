import { z } from 'zod'
import type { PersonFacts } from '../domain/facts.ts'
import {
  billingSchema,
  idSchema,
  instantSchema,
  localDateSchema,
  moneySchema,
  weeklyHoursSchema,
} from './basics.ts'

const planSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['continuous', 'passes']),
  hours: weeklyHoursSchema.nullable(),
  minutes: z.number().int().nonnegative(),
  resources: z.array(idSchema),
})

export const bookingFactsSchema = z.object({
  id: idSchema,
  item: idSchema,
  date: localDateSchema,
  from: instantSchema,
  until: instantSchema,
  cancelled: z.boolean(),
})

/** A signed-in person's facts, as the hub hands them to the core that hosts the session. Never written to disk (I7). */
export const personFactsSchema = z.object({
  account: idSchema,
  hasName: z.boolean(),
  hasBilling: z.boolean(),
  memberships: z.array(z.object({ location: idSchema, role: z.enum(['member', 'administrator']) })),
  acceptedTerms: z.array(z.number().int()),
  subscriptions: z.array(
    z.object({
      id: idSchema,
      plan: planSchema,
      startsOn: localDateSchema,
      endsOn: localDateSchema.nullable(),
      renewsOn: localDateSchema.nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id: idSchema,
      item: idSchema,
      itemName: z.string(),
      startsOn: localDateSchema,
      endsOn: localDateSchema.nullable(),
    }),
  ),
  passes: z.array(
    z.object({
      id: idSchema,
      validFrom: localDateSchema,
      expiresOn: localDateSchema,
      usedOn: localDateSchema.nullable(),
    }),
  ),
  bookings: z.array(bookingFactsSchema),
  dayUses: z.array(
    z.object({ date: localDateSchema, pass: idSchema.nullable(), order: idSchema.nullable() }),
  ),
  reservations: z.array(
    z.object({
      id: idSchema,
      item: idSchema,
      itemName: z.string(),
      from: instantSchema,
      until: instantSchema,
      covered: z.number().int().nonnegative(),
    }),
  ),
  eventPlaces: z.array(
    z.object({
      id: idSchema,
      event: idSchema,
      eventName: z.string(),
      from: instantSchema,
      until: instantSchema,
    }),
  ),
  manualGrants: z.array(
    z.object({
      id: idSchema,
      doors: z.array(idSchema),
      from: instantSchema,
      until: instantSchema,
      staff: z.string(),
    }),
  ),
  revocations: z.array(z.object({ grant: idSchema, at: instantSchema })),
}) satisfies z.ZodType<PersonFacts>

/** Who a session belongs to: shown on the screen, kept in memory only (I7). */
export const profileSchema = z.object({
  email: z.string(),
  name: z.string(),
  phone: z.string(),
  bio: z.string(),
  company: z.string(),
  /** SHA-256 of the photo, hex: it changes when the photo does; null = none. */
  photo: z.string().nullable(),
  /** The banner "Complete your profile" was dismissed for good (R3.4). */
  bannerDismissed: z.boolean(),
})
export type Profile = z.infer<typeof profileSchema>

/** Something that costs or cost money (R3.5). `price` is all of it, `tax` what of it is tax. */
export const orderSchema = z.object({
  id: idSchema,
  what: z.string(),
  price: moneySchema,
  tax: moneySchema,
  state: z.enum(['free', 'due', 'paid', 'cancelled']),
  at: instantSchema,
  /** The page on which it can be paid now; null = none is open. */
  payAt: z.string().nullable(),
})
export type Order = z.infer<typeof orderSchema>

/** A question to reception and what became of it. */
export const supportRequestSchema = z.object({
  id: idSchema,
  about: z.string(),
  text: z.string(),
  at: instantSchema,
  answer: z.object({ text: z.string(), at: instantSchema, by: z.string() }).nullable(),
})
export type SupportRequest = z.infer<typeof supportRequestSchema>

export const personSchema = z.object({
  profile: profileSchema,
  facts: personFactsSchema,
  billing: billingSchema.nullable(),
  /** What is due, and the newest of the rest: newest first, at most 20. */
  orders: z.array(orderSchema),
  /** Newest first, at most 20. */
  requests: z.array(supportRequestSchema),
})
export type Person = z.infer<typeof personSchema>
