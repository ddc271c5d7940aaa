import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/domain/result.ts'
import type { System } from '../../lib/system.ts'
import type { PaymentStatus } from '../seam/payments.ts'
import { amountText } from './amount.ts'
import { type Answer, type AskOptions, askJson } from './ask.ts'
import type { PaymentProvider, PaymentTrouble } from './provider.ts'

export const mollieUrl = 'https://api.mollie.com'

/** Mollie takes 255 characters at most. */
const descriptionLength = 255

const createdSchema = z
  .object({
    id: z.string().regex(/^\w{1,80}$/),
    _links: z.object({ checkout: z.object({ href: z.url({ protocol: /^https?$/ }) }) }),
  })
  .transform(({ id: ref, _links: { checkout } }) => ({ ref, url: checkout.href }))
const statusSchema = z.object({ status: z.string() })
const refusalSchema = z.object({ title: z.string(), detail: z.string().optional() })

/** Mollie's words for ours; whatever is on its way is still open. */
const statuses: Record<string, PaymentStatus> = {
  paid: 'paid',
  expired: 'expired',
  failed: 'failed',
  canceled: 'failed',
}

/** Mollie's Payments API, v2. `url` is where it is; the key goes nowhere else, and into no log. */
export function mollieProvider({
  key,
  url = mollieUrl,
  system,
}: {
  key: string
  url?: string
  system: System
}): PaymentProvider {
  const payments = `${url.replace(/\/+$/, '')}/v2/payments`
  const ask = (address: string, request: Omit<AskOptions, 'key'>): Promise<Result<Answer, PaymentTrouble>> =>
    askJson(system, address, { ...request, key })

  return {
    async create({ order, amount, description, redirectUrl, webhookUrl, idempotencyKey }) {
      const body = {
        amount: { currency: amount.currency, value: amountText(amount) },
        description: Array.from(description).slice(0, descriptionLength).join(''),
        redirectUrl,
        ...(webhookUrl !== null && { webhookUrl }),
        metadata: { order },
      }
      const answer = await ask(payments, { method: 'POST', body, idempotencyKey })
      if (!answer.ok) return answer
      if (answer.value.status !== 201) return refused(answer.value, key)
      const created = createdSchema.safeParse(answer.value.body)
      return created.success ? ok(created.data) : strange(answer.value)
    },
    async status(ref) {
      const answer = await ask(`${payments}/${encodeURIComponent(ref)}`, { method: 'GET' })
      if (!answer.ok) return answer
      if (answer.value.status === 404 || answer.value.status === 410) return ok('expired')
      if (answer.value.status !== 200) return refused(answer.value, key)
      const known = statusSchema.safeParse(answer.value.body)
      return known.success ? ok(statuses[known.data.status] ?? 'open') : strange(answer.value)
    },
  }
}

/** In the provider's words, which are for the operator: a wrong key, an amount that it does not take. */
function refused({ status, body }: Answer, key: string): Result<never, PaymentTrouble> {
  const said = refusalSchema.safeParse(body)
  const words = said.success ? [said.data.title, said.data.detail].filter(Boolean).join(': ') : ''
  const detail = `${status} ${words.slice(0, 300)}`.replaceAll(key, '…').trim()
  return fail({ kind: 'refused', detail })
}

function strange({ status }: Answer): Result<never, PaymentTrouble> {
  return fail({ kind: 'refused', detail: `${status}: an answer in an unknown form` })
}
