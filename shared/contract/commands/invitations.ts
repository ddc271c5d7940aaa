import { z } from 'zod'
import {
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localDateSchema,
  personNameSchema,
} from '../basics.ts'
import { personSchema } from '../person.ts'

const session = z.object({ session: z.string(), person: personSchema })
const token = z.string().regex(/^[\w-]{22,64}$/)
const empty = z.object({})

/** Invited members and their activation links (R4). */
export const invitationCommands = {
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
  /** What an activation link is good for; changes nothing, as mail scanners follow links (R4.2). */
  'activation.look': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: z.object({
      state: z.enum(['fresh', 'late', 'used', 'unknown']),
      /** Whom it is for; '' unless the link is fresh. */
      name: z.string(),
      /** As "a…@example.com"; '' for an unknown link. */
      email: z.string(),
      language: languageSchema,
    }),
  },
  /** Uses the link up and logs in. Errors: `activation-unknown`, `activation-used`, `activation-late`. */
  'activation.use': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: session,
  },
  /** A link that is late or used still leads to the account, by a code to the address that it is for. */
  'activation.code': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: z.object({ mail: idSchema, resendAt: instantSchema, expiresAt: instantSchema }),
  },
  /** Proves the address of a link with that code. Errors: those of `code.verify`, `activation-unknown`. */
  'activation.verify': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token, code: z.string().regex(/^\d{6}$/) }),
    outcome: session,
  },
} as const
