import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import { listRequests } from './requests.ts'
import type {
  GrantRow,
  InvitationRow,
  LockoutRow,
  MailRow,
  OrderRow,
  PresenceRow,
  RequestRow,
  ReservationRow,
  SubscriptionRow,
} from './rows.ts'

/** Everything the console knows of one person, gathered from its rows. */
interface PersonRecord {
  account: string
  name: string
  email: string
  presence: PresenceRow[]
  grants: GrantRow[]
  subscriptions: SubscriptionRow[]
  reservations: ReservationRow[]
  orders: OrderRow[]
  mails: MailRow[]
  lockouts: LockoutRow[]
  requests: RequestRow[]
  /** The newest one. */
  invitation: InvitationRow | null
}

/** The record of one account; null when no row is about it any more. */
export function personOf(data: ReceptionData, account: string): PersonRecord | null {
  const mine = <R extends { account: string }>(rows: readonly R[]): R[] =>
    rows.filter((row) => row.account === account)
  const presence = mine(data.presence).toSorted((a, b) => a.from - b.from)
  const grants = mine(data.grant).toSorted((a, b) => b.from - a.from)
  const orders = mine(data.order).toSorted((a, b) => b.at - a.at)
  const subscriptions = mine(data.subscription).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const reservations = mine(data.reservation).toSorted((a, b) => a.from - b.from)
  const requests = listRequests(mine(data.request), [])
  const invitations = mine(data.invitation).toSorted((a, b) => b.sentAt - a.sentAt)
  const known = [
    ...presence,
    ...grants,
    ...orders,
    ...subscriptions,
    ...reservations,
    ...requests,
    ...invitations,
  ]
  const [first] = known
  if (!first) return null
  const email = first.email
  return {
    account,
    name: known.find((row) => row.name)?.name ?? '',
    email,
    presence,
    grants,
    subscriptions,
    reservations,
    orders,
    mails: data.mail.filter((row) => sameMail(row.to, email)).toSorted((a, b) => b.at - a.at),
    lockouts: data.lockout.filter((row) => sameMail(row.email, email)),
    requests,
    invitation: invitations[0] ?? null,
  }
}

function sameMail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
