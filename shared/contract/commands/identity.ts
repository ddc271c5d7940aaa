import { z } from 'zod'
import {
  codeSchema,
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  personNameSchema,
  reasonSchema,
} from '../basics.ts'
import { personSchema } from '../person.ts'

const session = z.object({ session: z.string(), person: personSchema })
const known = z.object({ person: personSchema })
const empty = z.object({})
const reason = reasonSchema

/** Who somebody is: email and code (R2). */
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
  /** Ends the session (R10.3). Durable, so that a logged-out session is ended at the hub too when it was away. */
  'session.end': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: true,
    payload: z.object({}),
    outcome: z.object({}),
  },
  /** The person as they are now. */
  'person.get': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({}),
    outcome: known,
  },
  /**
   * A one-time code for somebody whom staff know (R2.7), told by mouth: 10 minutes, once. Errors: `account-unknown`,
   * `locked {untilAt}`.
   */
  'staff.issueCode': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ email: emailSchema, reason }),
    outcome: z.object({ code: z.string(), expiresAt: instantSchema }),
  },
  /** Vouches for a walk-in without a mailbox at hand (R2.7): an account by name, and a code told by mouth. */
  'staff.vouch': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ email: emailSchema, name: personNameSchema, language: languageSchema, reason }),
    outcome: z.object({ code: z.string(), expiresAt: instantSchema }),
  },
  'staff.liftLockout': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ lockout: idSchema }),
    outcome: empty,
  },
} as const
