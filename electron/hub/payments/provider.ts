import type { Money } from '../../../shared/domain/facts.ts'
import type { OrderId } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { PaymentPage, PaymentStatus } from '../seam/payments.ts'

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
