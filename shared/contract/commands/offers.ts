import { z } from 'zod'
import { idSchema, instantSchema, localDateSchema, moneySchema, uuidSchema } from '../basics.ts'
import { orderSchema, personSchema } from '../person.ts'
import { offersSchema } from '../offers.ts'

const text = z.string().trim().min(1).max(1000)
/** What was ordered with it; null = it cost nothing. */
const done = z.object({ order: orderSchema.nullable(), person: personSchema })
const known = z.object({ person: personSchema })
/** What stood on the button (R1.4); null = included in a plan. The hub never charges another amount. */
const price = moneySchema.nullable()

/**
 * What is on offer besides desks for a day (R1.1). An item that the viewer may not see does not exist: `item-unknown`.
 * The ids of what is made are chosen by the device, so that tapping again after a lost answer changes nothing (I2).
 */
export const offerCommands = {
  /** What this person sees beyond the public catalogue (R1.2), with who holds it when. Pushed again as `offers`. */
  'offers.list': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: offersSchema,
  },
  /**
   * Reserves a room, a piece of equipment or a parking space. Errors: those of the terms and of billing; `date-past`,
   * `date-too-far`, `closed-that-day`, `time-invalid`, `item-unknown`, `item-taken`, `price-changed {amount, currency}`.
   */
  'item.book': {
    as: 'person',
    from: ['kiosk'],
    durable: false,
    payload: z.object({
      reservation: uuidSchema,
      item: idSchema,
      from: instantSchema,
      until: instantSchema,
      price,
    }),
    outcome: done,
  },
  /** Gives a reservation back before it begins. Errors: `booking-unknown`, `undo-too-late`. */
  'item.cancel': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ reservation: uuidSchema }),
    outcome: known,
  },
  /** A place at an event. Errors: as above, `event-full`, `event-over`. Twice is once. */
  'event.join': {
    as: 'person',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ place: uuidSchema, event: idSchema, price }),
    outcome: done,
  },
  /** Errors: `booking-unknown`, `undo-too-late`. */
  'event.leave': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ place: uuidSchema }),
    outcome: known,
  },
  /** Something from the shop; `price` is for all of it. Errors: as above, `sold-out {left}`. */
  'shop.order': {
    as: 'person',
    from: ['kiosk'],
    durable: false,
    payload: z.object({
      order: uuidSchema,
      item: idSchema,
      quantity: z.number().int().min(1).max(99),
      price,
    }),
    outcome: done,
  },
  /** Signs up for a plan from a day on. Errors: as above, `plan-running`, `date-past`, `date-too-far`. */
  'plan.subscribe': {
    as: 'person',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ subscription: uuidSchema, plan: idSchema, startsOn: localDateSchema, price }),
    outcome: done,
  },
  /** Ends a plan with the period that is paid for. Errors: `subscription-unknown`, `already-done`. */
  'plan.end': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ subscription: idSchema }),
    outcome: known,
  },
  /** A question to reception, or an enquiry about an item such as an office. No terms are asked for (R3.1). */
  'support.ask': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ request: uuidSchema, item: idSchema.nullable(), text }),
    outcome: known,
  },
  /** A comment on a post of the feed. No terms are asked for (R3.1). */
  'comment.add': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ comment: uuidSchema, item: idSchema, text }),
    outcome: z.object({}),
  },
  /** Names people, so a kiosk asks each time and keeps it in memory (I7). Newest last, at most 100. */
  'comments.list': {
    as: 'viewer',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ item: idSchema }),
    outcome: z.object({
      comments: z.array(z.object({ id: idSchema, by: z.string(), at: instantSchema, text: z.string() })),
    }),
  },
  /** A picture of the catalogue, base64 of a WebP. Named by its SHA-256, so it never changes. Error: `item-unknown`. */
  'image.get': {
    as: 'viewer',
    from: ['kiosk', 'reception', 'phone'],
    durable: false,
    payload: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    outcome: z.object({ image: z.string() }),
  },
} as const
