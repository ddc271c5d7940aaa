import type { ReceptionData } from '../../../shared/contract/view.ts'
import type { GrantRow, LockoutRow, MailRow, OrderRow, PresenceRow } from './rows.ts'

/** Everything the console knows of one person, gathered from its rows. */
export interface PersonRecord {
  account: string
  name: string
  email: string
  presence: PresenceRow[]
  grants: GrantRow[]
  orders: OrderRow[]
  mails: MailRow[]
  lockouts: LockoutRow[]
}

/** null when no row speaks of the account any more. */
export function personOf(data: ReceptionData, account: string): PersonRecord | null {
  const mine = <R extends { account: string }>(rows: readonly R[]): R[] =>
    rows.filter((row) => row.account === account)
  const presence = mine(data.presence).toSorted((a, b) => a.from - b.from)
  const grants = mine(data.grant).toSorted((a, b) => b.from - a.from)
  const orders = mine(data.order).toSorted((a, b) => b.at - a.at)
  const known = [...presence, ...grants, ...orders]
  const [first] = known
  if (!first) return null
  const email = first.email
  return {
    account,
    name: known.find((row) => row.name)?.name ?? '',
    email,
    presence,
    grants,
    orders,
    mails: data.mail.filter((row) => sameMail(row.to, email)).toSorted((a, b) => b.at - a.at),
    lockouts: data.lockout.filter((row) => sameMail(row.email, email)),
  }
}

function sameMail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
