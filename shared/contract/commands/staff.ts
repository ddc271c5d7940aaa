import { z } from 'zod'
import {
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localDateSchema,
  personNameSchema,
  pinSchema,
  reasonSchema,
} from '../basics.ts'

const empty = z.object({})
const reason = reasonSchema

/** Reception (R8). Each is confirmed by its result and stands in the audit log (R8.2, R8.3). */
export const staffCommands = {
  'staff.list': {
    as: 'device',
    from: ['reception'],
    durable: false,
    payload: empty,
    outcome: z.object({ staff: z.array(z.object({ id: idSchema, name: z.string() })) }),
  },
  'staff.signIn': {
    as: 'device',
    from: ['reception'],
    durable: false,
    payload: z.object({ staff: idSchema, pin: pinSchema }),
    outcome: z.object({ session: z.string(), name: z.string() }),
  },
  /** Somebody on staff leaves the kiosk with a PIN (R10.4). */
  'kiosk.leave': {
    as: 'device',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ pin: pinSchema }),
    outcome: z.object({ name: z.string() }),
  },
  'staff.signOut': { as: 'staff', from: ['reception'], durable: false, payload: empty, outcome: empty },
  'staff.openDoor': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ door: idSchema, reason }),
    outcome: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
  'staff.revokeGrant': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ grant: idSchema, reason }),
    outcome: empty,
  },
  'staff.liftLockout': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ lockout: idSchema }),
    outcome: empty,
  },
  'staff.checkOut': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ booking: idSchema }),
    outcome: empty,
  },
  'staff.markPaid': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ order: idSchema }),
    outcome: empty,
  },
  /** A code that pairs one more device: 8 characters, 10 minutes, once (R10.2). */
  'staff.pairingCode': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ role: z.enum(['kiosk', 'reception', 'both']) }),
    outcome: z.object({ code: z.string(), expiresAt: instantSchema }),
  },
  'staff.revokeDevice': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ device: idSchema, reason }),
    outcome: empty,
  },
  /**
   * Invites a member (R4.1): makes the account with what is known, the plan and what is theirs, and sends the mail.
   * Errors: `already-member {name}`, `plan-unknown`, `item-unknown`, `item-assigned {item}`, `date-past`.
   */
  'staff.invite': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({
      email: emailSchema,
      name: personNameSchema,
      company: z.string().trim().max(120),
      language: languageSchema,
      role: z.enum(['member', 'administrator']),
      plan: idSchema.nullable(),
      /** Desks and offices that become theirs. */
      resources: z.array(idSchema).max(20),
      startsOn: localDateSchema,
    }),
    outcome: z.object({ invitation: idSchema }),
  },
  /** Sends the invitation again, with a new link; the old one leads to the account by a code (R4.2). */
  'staff.resendInvite': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ invitation: idSchema }),
    outcome: empty,
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
  /** Answers a question by mail; it stands in the person's account too. Errors: `request-unknown`. */
  'staff.answer': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ request: idSchema, text: z.string().trim().min(1).max(2000) }),
    outcome: empty,
  },
  /** Gives somebody a plan from a day on. Errors: `account-unknown`, `plan-unknown`, `plan-running`, `date-past`. */
  'staff.subscribe': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ account: idSchema, plan: idSchema, startsOn: localDateSchema }),
    outcome: empty,
  },
  /** The last day of a plan; a day before its first takes it back. Errors: `subscription-unknown`, `date-past`. */
  'staff.endPlan': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ subscription: idSchema, endsOn: localDateSchema, reason }),
    outcome: empty,
  },
} as const
