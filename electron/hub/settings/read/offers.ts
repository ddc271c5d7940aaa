import { z } from 'zod'
import { moneySchema, visibilitySchema, weeklyHoursSchema } from '../../../../shared/contract/basics.ts'
import { itemKinds } from '../../../../shared/contract/lists.ts'

/** What `foyer.yaml` says is on offer, and who belongs where: an operator sets visibility up without a developer (R1.2). */

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and dashes')
const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ error: 'expected an email address' }))
const minutes = z.number().int().min(5).max(1440)

/** In the location's own time: its zone stands elsewhere in the file. */
const localDateTime = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d[ T](?:[01]\d|2[0-3]):[0-5]\d$/,
    'expected a date and a time such as 2026-12-03 18:30',
  )
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'expected a date that there is')

const bookable = z
  .strictObject({
    by: z.enum(['hour', 'day']),
    step: minutes.max(240).optional(),
    min: minutes.optional(),
    max: minutes.optional(),
    hours: weeklyHoursSchema.strict().optional(),
  })
  .superRefine(({ step = 30, min = step, max }, context) => {
    const wrong = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message })
    if (min % step !== 0) wrong('min', `expected whole steps of ${step} minutes`)
    if (max !== undefined && max % step !== 0) wrong('max', `expected whole steps of ${step} minutes`)
    if (max !== undefined && max < min) wrong('max', `expected ${min} or more`)
  })

const event = z
  .strictObject({
    from: localDateTime,
    until: localDateTime,
    where: z.string().trim().max(80).optional(),
    places: z.number().int().positive().max(100_000).optional(),
  })
  .refine(({ from, until }) => at(from) < at(until), 'from must be before until')

/** Texts that compare as the moments they mean. */
function at(text: string): string {
  return text.replace('T', ' ')
}

/** Plans have a part of foyer.yaml to themselves. */
const offerKinds = itemKinds.filter((kind) => kind !== 'plan')

/** Which keys only some kinds have. */
const onlyFor = {
  bookable: ['room', 'equipment', 'parking'],
  capacity: ['room', 'office'],
  event: ['event'],
  stock: ['shop'],
  posted: ['feed'],
} as const satisfies Record<string, readonly (typeof offerKinds)[number][]>

export const offerSchema = z
  .strictObject({
    id: id.refine((text) => !text.startsWith('desk-'), 'expected an id that does not begin with desk-'),
    kind: z.enum(offerKinds),
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(2000).optional(),
    price: moneySchema.strict().optional(),
    per: z.enum(['day', 'month', 'hour', 'once']).optional(),
    visibility: visibilitySchema.optional(),
    /** Only these people see it, whatever its visibility. */
    exclusive: z.array(email).min(1).max(200).optional(),
    area: z.string().trim().max(40).optional(),
    capacity: z.number().int().positive().max(10_000).optional(),
    features: z.array(z.string().trim().min(1).max(30)).max(20).optional(),
    /** A file in the folder `photos` beside this one. */
    photo: z
      .string()
      .regex(
        /^[\w-][\w .-]{0,99}\.(?:jpe?g|png|webp|svg)$/i,
        'expected a file such as atrium.jpg in the folder photos',
      )
      .optional(),
    bookable: bookable.optional(),
    event: event.optional(),
    stock: z.number().int().nonnegative().max(1_000_000).optional(),
    /** When a post was written; else when it was first read. */
    posted: localDateTime.optional(),
  })
  .superRefine((offer, context) => {
    const wrong = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message })
    for (const [key, kinds] of Object.entries(onlyFor)) {
      const said = offer[key as keyof typeof onlyFor] !== undefined
      if (said && !(kinds as readonly string[]).includes(offer.kind))
        wrong(key, `expected only for ${kinds.join(', ')}`)
    }
    if (offer.kind === 'event' && !offer.event) wrong('event', 'expected from and until')
    const by = offer.bookable?.by
    if (by && offer.per && offer.per !== by) wrong('per', `expected ${by}, as it is booked by the ${by}`)
  })
export type OfferConfig = z.infer<typeof offerSchema>

/** The other locations of the network: their members are network members here (R1.2). */
export const networkSchema = z.strictObject({ id, name: z.string().trim().min(1).max(80) })

export const memberSchema = z.strictObject({
  email,
  /** One of `network`; left out = here. */
  location: z.string().optional(),
  role: z.enum(['member', 'administrator']).optional(),
})
export type MemberConfig = z.infer<typeof memberSchema>
