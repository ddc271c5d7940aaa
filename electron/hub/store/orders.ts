import type { Billing } from '../../../shared/contract/basics.ts'
import type { Order } from '../../../shared/contract/person.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { AccountId, Instant, LocationId, OrderId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface OrderRecord extends Order {
  account: AccountId
}

interface Row {
  id: string
  account: string
  what: string
  amount: number
  currency: string
  tax_amount: number
  state: 'free' | 'due' | 'paid'
  at: number
  cancelled_at: number | null
  pay_url: string | null
}

/** How many orders a person is shown. */
const shown = 20

/** What costs or cost money (R3.5): the table `purchase`. */
export function ordersStore(db: Sqlite) {
  const insert = db.prepare<
    [string, string, string, string, number, string, number, string, number, string | null]
  >(
    `INSERT INTO purchase (id, account, location, what, amount, currency, tax_amount, state, at, billing_json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const columns = `id, account, what, amount, currency, tax_amount, state, at, cancelled_at,
    (SELECT url FROM payment WHERE purchase = purchase.id AND payment.state = 'open') pay_url`
  const locationOf = db.prepare<[string], string>('SELECT location FROM purchase WHERE id = ?').pluck()
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM purchase WHERE id = ?`)
  const ofAccount = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM purchase WHERE account = ?
     ORDER BY (state = 'due' AND cancelled_at IS NULL) DESC, at DESC, id DESC LIMIT ?`,
  )
  const pay = db.prepare<[number, string | null, string]>(
    "UPDATE purchase SET state = 'paid', paid_at = ?, paid_by = ? WHERE id = ?",
  )
  const cancel = db.prepare<[number, string]>(
    'UPDATE purchase SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL',
  )
  const closePage = db.prepare<[string]>(
    "UPDATE payment SET state = 'closed' WHERE purchase = ? AND state = 'open'",
  )
  return {
    /** Where it was ordered. */
    locationOf: (id: OrderId): LocationId | undefined => locationOf.get(id),
    add: (location: string, o: Omit<OrderRecord, 'payAt'>, billing: Billing | null): void =>
      void insert.run(
        o.id,
        o.account,
        location,
        o.what,
        o.price.amount,
        o.price.currency,
        o.tax.amount,
        o.state,
        o.at,
        billing && JSON.stringify(billing),
      ),
    find(id: string): OrderRecord | undefined {
      const row = find.get(id)
      return row && recordOf(row)
    },
    /** What is due, and the newest of the rest; newest first. */
    ofAccount: (account: AccountId): Order[] =>
      ofAccount
        .all(account, shown)
        .map(recordOf)
        .map(withoutAccount)
        .toSorted((a, b) => b.at - a.at),
    /** `staff` null: by the payment provider. A page that is open is shown no longer. */
    pay(id: string, staff: string | null, at: Instant): void {
      pay.run(at, staff, id)
      closePage.run(id)
    },
    cancel(id: string, at: Instant): void {
      cancel.run(at, id)
      closePage.run(id)
    },
  }
}

function recordOf(row: Row): OrderRecord {
  const money = (amount: number): Money => ({ amount, currency: row.currency })
  return {
    id: row.id,
    account: row.account,
    what: row.what,
    price: money(row.amount),
    tax: money(row.tax_amount),
    state: row.cancelled_at === null ? row.state : 'cancelled',
    at: row.at,
    payAt: row.pay_url,
  }
}

/** An order as its own person sees it. */
export function withoutAccount({ id, what, price, tax, state, at, payAt }: OrderRecord): Order {
  return { id, what, price, tax, state, at, payAt }
}
