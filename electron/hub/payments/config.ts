import { z } from 'zod'

/** Whether what goes to this address can be read by nobody else: https, or this machine itself. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  )
}

/** `payment:` in foyer.yaml: what is due can be paid online (R3.5). */
export const paymentConfig = z.strictObject({
  provider: z.enum(['mollie']),
  key: z.string().regex(/^\S{8,200}$/, 'expected the API key, without spaces'),
  /** Where the provider's API is, if not at its usual address. */
  url: z.string().refine(isSafe, 'expected an address such as https://api.mollie.com').optional(),
})
export type PaymentConfig = z.infer<typeof paymentConfig>
