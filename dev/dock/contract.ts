import { z } from 'zod'

/** Between the dock's page and the dev app's main process: what stands in the dock, and what it can do. */

const fault = z.object({
  full: z.boolean().optional(),
  /** Answers nobody any more. */
  silent: z.boolean().optional(),
  /** Takes what it is sent, and does all of it once it thaws. */
  frozen: z.boolean().optional(),
  /** Milliseconds by which its clock is put ahead, once. */
  clockAhead: z.number().int().optional(),
  happens: z.enum(['forced', 'held-open', 'tamper']).optional(),
})
export type DoorFault = z.infer<typeof fault>

const processNames = ['core', 'hub', 'sim-door'] as const
export type ProcessName = (typeof processNames)[number]

export const orderSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('network'), mode: z.enum(['up', 'cut', 'silent']) }),
  /** How far core, hub and pages are ahead of the machine's clock, in milliseconds. */
  z.object({ do: z.literal('clock'), ahead: z.number().int() }),
  z.object({ do: z.literal('door'), fault }),
  /** Types a text on the kiosk as a USB scanner does. */
  z.object({ do: z.literal('scan'), text: z.string().min(1).max(2000) }),
  /** Signs a person in on a phone of the dock's own, and scans the pass that it shows. */
  z.object({ do: z.literal('scan-pass-of'), email: z.email() }),
  z.object({ do: z.literal('restart'), process: z.enum(processNames) }),
  z.object({
    do: z.literal('page'),
    role: z.enum(['kiosk', 'reception', 'mailbox']),
    what: z.enum(['reload', 'devtools']),
  }),
])
export type DockOrder = z.infer<typeof orderSchema>

export interface DockState {
  network: 'up' | 'cut' | 'silent'
  ahead: number
  door: Required<Pick<DoorFault, 'full' | 'silent' | 'frozen'>>
  /** Passes that the kiosk has shown since the app was started, the newest first. */
  shown: { label: string; text: string }[]
  processes: { name: ProcessName; pid: number | null; inspect: string }[]
  /** Where phones reach the page that reloads itself; null until the hub is up. */
  phone: string | null
}

export type DockAnswer = { ok: true } | { ok: false; why: string }
