import type { PurchaseRecord } from '../store/bookings.ts'
import type { Run } from './run.ts'

/** What somebody owes or paid, as reception sees it (R3.5). */
export function projectPurchase(run: Run, { id, account, what, price, state, at }: PurchaseRecord): void {
  const { name = '', email = '' } = run.store.people.profile(account) ?? {}
  run.publish('reception', 'order', id, { account, name, email, what, price, state, at })
}
