import { z } from 'zod'
import { idSchema, instantSchema, uuidSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

const known = z.object({ person: personSchema })
const text = z.string().trim().min(1).max(1000)
const empty = z.object({})

/** Questions to reception and their answers; comments on the feed. */
export const requestCommands = {
  /** A question to reception, or an enquiry about an item such as an office. No terms are asked for (R3.1). */
  'support.ask': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ request: uuidSchema, item: idSchema.nullable(), text }),
    outcome: known,
  },
  /** Answers a question by mail; it stands in the person's account too. Errors: `request-unknown`. */
  'staff.answer': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ request: idSchema, text: z.string().trim().min(1).max(2000) }),
    outcome: empty,
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
} as const
