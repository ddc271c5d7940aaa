import type { MailboxView } from '../../shared/contract/mailbox-view.ts'

export type Mail = MailboxView['mails'][number]

/** Newest first. */
export function newestFirst(mails: readonly Mail[]): Mail[] {
  return mails.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}
