import { z } from 'zod'
import { idSchema, instantSchema, moneySchema, uuidSchema } from '../basics.ts'
import { offersSchema } from '../offers.ts'
import { orderSchema, personSchema } from '../person.ts'

const known = z.object({ person: personSchema })
/** What was ordered with it; null = it cost nothing. */
const done = z.object({ order: orderSchema.nullable(), person: personSchema })
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
  /** A picture of the catalogue, base64 of a WebP. Named by its SHA-256, so it never changes. Error: `item-unknown`. */
  'image.get': {
    as: 'viewer',
    from: ['kiosk', 'reception', 'phone'],
    durable: false,
    payload: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    outcome: z.object({ image: z.string() }),
  },
} as const
