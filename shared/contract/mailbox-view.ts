import type { Instant } from '../domain/ids.ts'

export interface MailboxView {
  mails: { id: string; at: Instant; to: string; subject: string; text: string; html: string }[]
  /** Where other programs can send mail to the demo's server. */
  smtp: string
}
