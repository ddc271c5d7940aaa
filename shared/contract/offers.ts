import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  localDateSchema,
  moneySchema,
  visibilitySchema,
  weeklyHoursSchema,
} from './basics.ts'
import { itemKinds } from './lists.ts'

/** What is on offer (R1.1): the rows of the catalogue, and what a person sees beyond them. */

const imageSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const deskSchema = z.object({
  id: idSchema,
  label: z.string(),
  area: z.string(),
  bookable: z.boolean(),
  x: z.number(),
  y: z.number(),
  features: z.array(z.string()),
  visibility: visibilitySchema,
})

/** How something can be reserved: by the hour in steps, or by whole opening days. Minutes. */
export const bookableSchema = z.object({
  by: z.enum(['hour', 'day']),
  step: z.number().int().min(5).max(240),
  min: z.number().int().min(5).max(1440),
  max: z.number().int().min(5).max(1440),
  /** When it may be used; null = opening hours. */
  hours: weeklyHoursSchema.nullable(),
})
export type Bookable = z.infer<typeof bookableSchema>

export const eventSchema = z.object({
  from: instantSchema,
  until: instantSchema,
  where: z.string(),
  /** null = no limit. */
  places: z.number().int().positive().nullable(),
  taken: z.number().int().nonnegative(),
})

/** What a plan brings. */
export const planOfferSchema = z.object({
  kind: z.enum(['continuous', 'passes']),
  /** When its members may come; null = at any time. */
  hours: weeklyHoursSchema.nullable(),
  /** Day passes that each period brings, and the days for which they are good; null = none. */
  passes: z.object({ count: z.number().int().positive(), validDays: z.number().int().positive() }).nullable(),
  /** Minutes of reservations that each period includes. */
  minutes: z.number().int().nonnegative(),
  /** Items that may be reserved at no cost. */
  resources: z.array(idSchema),
  /** `once`: one period, not renewed. */
  period: z.enum(['month', 'once']),
})

/** Anything on offer but a desk. Only public items are in the catalogue (R1.2). */
export const itemSchema = z.object({
  id: idSchema,
  kind: z.enum(itemKinds),
  name: z.string(),
  description: z.string(),
  price: moneySchema.nullable(),
  /** What the price is for: a day, a month, an hour, one piece. */
  per: z.enum(['day', 'month', 'hour', 'once']).nullable(),
  order: z.number(),
  visibility: visibilitySchema,
  /** Only for members who are named (R1.2). */
  exclusive: z.boolean(),
  /** Where it is; '' = not said. */
  area: z.string(),
  /** Persons, for rooms and offices. */
  capacity: z.number().int().positive().nullable(),
  features: z.array(z.string()),
  /** Names a picture (`image.get`); null = none. */
  photo: imageSchema.nullable(),
  bookable: bookableSchema.nullable(),
  event: eventSchema.nullable(),
  plan: planOfferSchema.nullable(),
  /** Pieces left in the shop; null = not counted. */
  stock: z.number().int().nonnegative().nullable(),
  /** When a post was written. */
  at: instantSchema.nullable(),
})

/** Something is held: when, not by whom (R10.1). The id is the booking's or reservation's. */
export const occupancySchema = z.object({
  item: idSchema,
  date: localDateSchema,
  from: instantSchema,
  until: instantSchema,
})

/** What a person sees beyond the public catalogue (R1.2). Held in memory only, and gone with the session. */
export const offersSchema = z.object({
  items: z.array(itemSchema),
  desks: z.array(deskSchema),
  occupancies: z.array(occupancySchema.extend({ booking: idSchema })),
})
export type Offers = z.infer<typeof offersSchema>
