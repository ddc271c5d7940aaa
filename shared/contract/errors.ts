import { z } from 'zod'
import type { Result } from '../domain/result.ts'

/** Every expected failure that can reach a screen. Worded in `renderer/i18n/locales/*.json` under `errors.<code>`. */
export const errorCodes = [
  // boundaries
  'invalid-input',
  'unknown-verb',
  'not-allowed',
  'internal',
  'hub-unreachable',
  'rate-limited',
  'try-again',
  // devices
  'not-paired',
  'device-revoked',
  'pairing-code-invalid',
  'proof-invalid',
  // email and code (R2)
  'email-invalid',
  'code-wrong',
  'code-expired',
  'code-used',
  'code-none',
  'locked',
  'resend-too-soon',
  'session-invalid',
  'pass-invalid',
  'pass-used',
  'pass-over',
  // phone and invitations (R4, R7)
  'handoff-over',
  'activation-unknown',
  'activation-used',
  'activation-late',
  // terms, billing, profile (R3)
  'name-needed',
  'terms-needed',
  'terms-outdated',
  'billing-needed',
  'phone-invalid',
  'photo-invalid',
  'photo-too-large',
  'text-needed',
  // arriving (R5)
  'desk-unknown',
  'desk-taken',
  'desk-assigned',
  'no-pass-left',
  'price-changed',
  'date-past',
  'date-too-far',
  'closed-that-day',
  'day-over',
  'booking-unknown',
  'undo-too-late',
  // what is on offer (R1)
  'item-unknown',
  'item-taken',
  'time-invalid',
  'event-full',
  'event-over',
  'sold-out',
  'plan-unknown',
  'plan-running',
  'subscription-unknown',
  'payment-unavailable',
  // doors (R6)
  'grant-none',
  'grant-not-yet',
  'grant-over',
  'grant-revoked',
  'grant-outside-hours',
  'grant-unknown',
  'door-unknown',
  'door-unreachable',
  'door-unknown-outcome',
  'door-refused',
  // staff (R8)
  'pin-wrong',
  'pin-locked',
  'lockout-unknown',
  'order-unknown',
  'device-unknown',
  'account-unknown',
  'already-member',
  'item-assigned',
  'invitation-unknown',
  'request-unknown',
  'already-done',
] as const

export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** Answers that are no verdict: the same command may pass later, so its outbox keeps it and sends it again. */
export const transientErrors: readonly ErrorCode[] = [
  'internal',
  'rate-limited',
  'try-again',
  'hub-unreachable',
  'not-paired',
  'proof-invalid',
  'device-revoked',
]

/**
 * `params` fill the sentence in the locale file: instants are epoch milliseconds under names that end in `At`,
 * money is minor units. `detail` is for logs and `invalid-input` (which field, what is wrong), never a stack.
 */
export const foyerErrorSchema = z.object({
  code: errorCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  detail: z.string().optional(),
})
export type FoyerError = z.infer<typeof foyerErrorSchema>

export function failure(
  code: ErrorCode,
  params?: Record<string, string | number>,
  detail?: string,
): { ok: false; error: FoyerError } {
  return { ok: false, error: { code, ...(params && { params }), ...(detail !== undefined && { detail }) } }
}

/** A `Result` as it crosses a boundary. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: foyerErrorSchema }),
  ])
}

export function isTransient(result: Result<unknown, FoyerError>): boolean {
  return !result.ok && transientErrors.includes(result.error.code)
}
