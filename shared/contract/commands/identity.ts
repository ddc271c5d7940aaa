import { z } from 'zod'
import {
  codeSchema,
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  personNameSchema,
} from '../basics.ts'
import { personSchema } from '../person.ts'

const known = z.object({ person: personSchema })
const session = z.object({ session: z.string(), person: personSchema })

/** Who somebody is: email and code (R2), name and terms (R3.1), profile (R3.4). */
export const identityCommands = {
  /** Sends a code to an email (R2.2). The same answer whether or not there is an account (R2.6). */
  'code.request': {
    as: 'device',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ email: emailSchema, language: languageSchema }),
    outcome: z.object({ mail: idSchema, resendAt: instantSchema, expiresAt: instantSchema }),
  },
  /** Proves an email with a code and opens a session on this device (R2.2, R2.3). */
  'code.verify': {
    as: 'device',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ email: emailSchema, code: codeSchema, language: languageSchema }),
    outcome: session,
  },
  /** What became of a mail that this device asked for, for a phone, which hears no events (R2.5). */
  'mail.status': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ mail: idSchema }),
    outcome: z.object({ status: z.enum(['queued', 'accepted', 'refused', 'failed']), detail: z.string() }),
  },
  /** The person as they are now. */
  'person.get': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: known,
  },
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
  'photo.remove': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
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
  /** Ends the session (R10.3). Durable, so that a logged-out session is ended at the hub too when it was away. */
  'session.end': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: true,
    payload: z.object({}),
    outcome: z.object({}),
  },
} as const
