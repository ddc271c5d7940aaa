import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { OrderId } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'

/** The last word of a payment provider on a page. */
export type PaymentVerdict = 'paid' | 'failed' | 'expired'

/** What became of a page. `failed`: it was given up or refused; another one may be opened. */
export type PaymentStatus = 'open' | 'paid' | 'failed' | 'expired'

export interface PaymentPage {
  /** The provider's own name for it. */
  ref: string
  /** Where the person pays, on their phone. */
  url: string
}

/** Payments as the engine sees them: it knows orders, and no address. Error: `payment-unavailable`. */
export interface Payments {
  /** `again`: the page that is over, in whose place this one comes. */
  open(
    order: { id: OrderId; price: Money; description: string },
    again: string | null,
  ): Promise<Result<PaymentPage, FoyerError>>
  status(ref: string): Promise<Result<PaymentStatus, FoyerError>>
}

/** True = it was ours and is or will be answered. */
export type HandlePayment = (request: IncomingMessage, response: ServerResponse) => boolean
