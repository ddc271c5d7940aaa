import { z } from 'zod'
import type { PersonFacts } from '../domain/facts.ts'
import { idSchema, instantSchema, localDateSchema, weeklyHoursSchema } from './basics.ts'

const planSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['continuous', 'passes']),
  hours: weeklyHoursSchema.nullable(),
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
  acceptedTerms: z.array(z.number().int()),
  subscriptions: z.array(
    z.object({
      id: idSchema,
      plan: planSchema,
      startsOn: localDateSchema,
      endsOn: localDateSchema.nullable(),
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
})
export type Profile = z.infer<typeof profileSchema>

export const personSchema = z.object({ profile: profileSchema, facts: personFactsSchema })
export type Person = z.infer<typeof personSchema>
