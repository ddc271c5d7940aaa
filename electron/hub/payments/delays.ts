/** Every delay of payments, in milliseconds. */
export const paymentDelays = {
  /** From a request to the provider's whole answer. The kiosk waits for it. */
  answer: 6_000,
  /** Before the one retry of a request that found nobody. */
  retry: 400,
  /** Between two questions about a page, while somebody may be typing their card number … */
  poll: 3_000,
  /** … and for how long; afterwards each wait is half as long again as the one before, up to `pollAtMost`. */
  pollOften: 120_000,
  pollAtMost: 300_000,
} as const
