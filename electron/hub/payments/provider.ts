import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { OrderId } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'

/** What became of a page. `failed`: it was given up or refused; another one may be opened. */
export type PaymentStatus = 'open' | 'paid' | 'failed' | 'expired'

export interface PaymentRequest {
  order: OrderId
  amount: Money
  /** What stands on the page and on the statement of account. Names nobody. */
  description: string
  /** Where the person is sent afterwards. */
  redirectUrl: string
  /** Where the provider says that something happened; null where it could not reach us: then we ask. */
  webhookUrl: string | null
  /** The same again gives the same page, however often an answer is lost (I2). */
  idempotencyKey: string
}

export interface PaymentPage {
  /** The provider's own name for it. */
  ref: string
  /** Where the person pays, on their phone. */
  url: string
}

/**
 * Why a provider did not do it. `unreachable`: nothing was heard in time, or it is broken; worth another try later.
 * `refused`: it said no, and why; for the operator. Neither ever holds the key.
 */
export interface PaymentTrouble {
  kind: 'unreachable' | 'refused'
  detail: string
}

/** A payment provider (R3.5): one file each, and each passes `contract.ts`. Never rejects. */
export interface PaymentProvider {
  create(request: PaymentRequest): Promise<Result<PaymentPage, PaymentTrouble>>
  /** A page that the provider does not know (any more) is `expired`. */
  status(ref: string): Promise<Result<PaymentStatus, PaymentTrouble>>
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
