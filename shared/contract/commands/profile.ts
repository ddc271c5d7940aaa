import { z } from 'zod'
import { billingSchema, languageSchema, personNameSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

const known = z.object({ person: personSchema })

/** Terms and name (R3.1), billing details (R3.3), profile (R3.4). */
export const profileCommands = {
  /** Records name and acceptance of a version of the terms (R3.1, R3.2). */
  'terms.accept': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ name: personNameSchema, version: z.number().int(), language: languageSchema }),
    outcome: known,
  },
  /** `phone` is kept as E.164; '' = none. Errors: `phone-invalid`. */
  'profile.update': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({
      name: personNameSchema,
      phone: z.string().trim().max(40),
      bio: z.string().trim().max(500),
    }),
    outcome: known,
  },
  /** The banner "Complete your profile" is not shown any more, for good (R3.4). */
  'profile.dismissBanner': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: known,
  },
  /** A photo, base64 of a JPEG, PNG or WebP. The hub crops and re-encodes it. Errors: `photo-invalid`, `photo-too-large`. */
  'photo.put': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ image: z.string().min(1).max(900_000) }),
    outcome: known,
  },
  /** The person's own photo as a data: URL; null = there is none. */
  'photo.get': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: z.object({ image: z.string().nullable() }),
  },
  'photo.remove': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: known,
  },
  'billing.save': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: billingSchema,
    outcome: z.object({ person: personSchema }),
  },
} as const
