import { z } from 'zod'
import { idSchema, instantSchema, languageSchema, localDateSchema, moneySchema } from './basics.ts'
import type { CommandContract } from './commands/define.ts'
import { type CommandType, commands, commandTypes, type PayloadOf } from './commands.ts'
import type { FoyerError } from './errors.ts'
import type { KioskView } from './kiosk-view.ts'
import { browseKinds } from './lists.ts'
import type { MailboxView } from './mailbox-view.ts'
import type { ReceptionView } from './reception-view.ts'
import type { ViewChange } from './view-change.ts'

/**
 * Between a page and the process behind it, over a MessagePort: the kiosk and the console talk to the core, the mailbox
 * to the hub; main only hands over the ports and is not on the way. Which verbs a port has depends on the window
 * that main made it for, never on what the page says (I9).
 */

/** Intents of the kiosk page. What a person typed is checked again by the hub; these bounds keep nonsense small. */
export const kioskVerbs = {
  start: z.object({ purpose: z.enum(['check-in', 'book', 'account', 'sign-up']) }),
  /** Looks around; `kind` null = where one was, rooms at first. */
  browse: z.object({ kind: z.enum(browseKinds).nullable() }),
  openItem: z.object({ item: idSchema }),
  /** A stretch of free time on an item's page; null = none. */
  pickTime: z.object({ time: z.object({ from: instantSchema, until: instantSchema }).nullable() }),
  setQuantity: z.object({ quantity: z.number().int().min(1).max(99) }),
  /** Does what the item's page offers: reserve, join, order, sign up, ask, comment. `price` stood on the button (R1.4). */
  act: z.object({ price: moneySchema.nullable(), text: z.string().max(2000) }),
  cancelReservation: z.object({ reservation: idSchema }),
  leaveEvent: z.object({ place: idSchema }),
  endPlan: z.object({ subscription: idSchema }),
  editBilling: z.object({}),
  saveBilling: z.object({
    name: z.string().max(300),
    street: z.string().max(300),
    postalCode: z.string().max(60),
    city: z.string().max(300),
    country: z.string().max(60),
    taxId: z.string().max(100),
  }),
  /** A payment page for an order, as a QR for the phone (R3.5). */
  payOnline: z.object({ order: idSchema }),
  dismissBanner: z.object({}),
  /** The camera's page. */
  addPhoto: z.object({}),
  /** Base64 of what the camera saw. */
  usePhoto: z.object({ image: z.string().max(900_000) }),
  removePhoto: z.object({}),
  scan: z.object({}),
  presentPass: z.object({ text: z.string().max(2000) }),
  back: z.object({}),
  home: z.object({}),
  /** A finger or a key: the session lives on (R10.3). Sent at most once a second. */
  touch: z.object({}),
  pickDate: z.object({ date: localDateSchema }),
  pickDesk: z.object({ desk: idSchema }),
  /** `price` is what stood on the button (R1.4). */
  book: z.object({ pay: z.enum(['pass', 'single', 'included']), price: moneySchema.nullable() }),
  submitEmail: z.object({ email: z.string().max(400) }),
  submitCode: z.object({ code: z.string().max(12) }),
  wrongEmail: z.object({}),
  resendCode: z.object({}),
  acceptTerms: z.object({ name: z.string().max(200), version: z.number().int() }),
  changeDesk: z.object({}),
  openDoor: z.object({ door: idSchema }),
  saveProfile: z.object({ name: z.string().max(200), phone: z.string().max(100), bio: z.string().max(1000) }),
  logOut: z.object({}),
  setLanguage: z.object({ language: languageSchema }),
  dismissNotice: z.object({}),
  /** Staff leave the kiosk (R10.4): `askLeave` shows the PIN screen. */
  askLeave: z.object({}),
  leave: z.object({ pin: z.string().max(20) }),
  pair: z.object({ code: z.string().max(20) }),
} as const

/**
 * Commands that a console sends in the name of whoever is signed in (R8.2): those of staff that may come from a console.
 * Not `staff.signOut`, which the verb `signOut` sends once the console is locked.
 */
export type StaffCommandType = {
  [T in Exclude<CommandType, 'staff.signOut'>]: (typeof commands)[T]['as'] extends 'staff'
    ? 'reception' extends (typeof commands)[T]['from'][number]
      ? T
      : never
    : never
}[Exclude<CommandType, 'staff.signOut'>]

export const staffCommandTypes = commandTypes.filter((type): type is StaffCommandType => {
  const { as, from }: CommandContract = commands[type]
  return as === 'staff' && from.includes('reception') && type !== 'staff.signOut'
})

/** One of these commands with its own payload. */
export type StaffCommand = {
  [T in StaffCommandType]: { type: T; payload: PayloadOf<T> }
}[StaffCommandType]

const staffCommands = staffCommandTypes.map((type) =>
  z.object({ type: z.literal(type), payload: commands[type].payload }),
)
type StaffCommandSchema = (typeof staffCommands)[number]
const staffCommandSchema = z.discriminatedUnion(
  'type',
  staffCommands as [StaffCommandSchema, ...StaffCommandSchema[]],
) as z.ZodType<StaffCommand>

/** Requests of the console: each is answered with a `Result` once the hub has said what became of it (R8.2). */
export const receptionVerbs = {
  signIn: z.object({ staff: idSchema, pin: z.string().max(20) }),
  signOut: z.object({}),
  touch: z.object({}),
  setLanguage: z.object({ language: languageSchema }),
  /** Answered with the command's outcome. Anything but a staff command of the console is 'invalid-input' (I9). */
  command: staffCommandSchema,
} as const

/** The demo's mailbox only looks. */
export const mailboxVerbs = {} as const

export const portVerbs = { kiosk: kioskVerbs, reception: receptionVerbs, mailbox: mailboxVerbs }
export type PortRole = keyof typeof portVerbs
export type PortVerb<R extends PortRole> = keyof (typeof portVerbs)[R] & string
export type PortInput<R extends PortRole, V extends PortVerb<R>> =
  (typeof portVerbs)[R][V] extends z.ZodType<infer I> ? I : never

/** Page → process. Answered by `answer` with the same `n`. */
export const portRequestSchema = z.object({
  n: z.number().int().nonnegative(),
  verb: z.string().max(40),
  input: z.unknown(),
})
export type PortRequest = z.infer<typeof portRequestSchema>

export interface PortViews {
  kiosk: KioskView
  reception: ReceptionView
  mailbox: MailboxView
}

/** Process → page. `view` carries what has changed; the first one carries all slices. */
export type PortMessage<R extends PortRole> =
  | ({ type: 'view' } & ViewChange<PortViews[R]>)
  | { type: 'answer'; n: number; result: { ok: true; value: unknown } | { ok: false; error: FoyerError } }

/** Main → core, hub (utility process messages). A `port` message carries one MessagePort. */
export const coreStartSchema = z.object({
  type: z.literal('start'),
  /** The core's own folder. */
  dir: z.string(),
  roles: z.array(z.enum(['kiosk', 'reception'])),
  hub: z.string(),
  pair: z.string().nullable(),
  language: languageSchema.nullable(),
  windowed: z.boolean(),
  version: z.string(),
  /** Which build this is. Absent: nothing is kept for the next start (lib/last-home.ts). */
  build: z.string().optional(),
  deviceName: z.string(),
})
export const hubStartSchema = z.object({
  type: z.literal('start'),
  dir: z.string(),
  port: z.number().int().min(0).max(65535),
  demo: z.boolean(),
  smtp: z.string().nullable(),
  /** Where the demo's simulated door listens. */
  simDoor: z.object({ host: z.string(), port: z.number().int() }).nullable(),
  version: z.string(),
})
export const portHandoverSchema = z.object({
  type: z.literal('port'),
  role: z.enum(['kiosk', 'reception', 'mailbox']),
})
export const pingSchema = z.object({ type: z.literal('ping'), n: z.number().int() })
export const toCoreSchema = z.discriminatedUnion('type', [coreStartSchema, portHandoverSchema, pingSchema])
export const toHubSchema = z.discriminatedUnion('type', [hubStartSchema, portHandoverSchema, pingSchema])

export type CoreStart = z.infer<typeof coreStartSchema>
export type HubStart = z.infer<typeof hubStartSchema>
