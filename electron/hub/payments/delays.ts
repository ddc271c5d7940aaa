import type { RetryDelays } from '../../lib/retry.ts'

/** Every delay of payments, in milliseconds. */
export const paymentDelays = {
  /** From a request to the provider's whole answer. The kiosk waits for it. */
  answer: 6_000,
  /** Before the one retry of a request that found nobody. */
  retry: 400,
  /** Between two questions about a page, while somebody may be typing their card number … */
  poll: 3_000,
  /** … and for how long; afterwards as `pollLater` says. */
  pollOften: 120_000,
  pollLater: { first: 4_500, most: 300_000, factor: 1.5, jitter: 0 } satisfies RetryDelays,
} as const
