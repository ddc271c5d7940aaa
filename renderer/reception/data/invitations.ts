import type { InvitationRow, MailRow } from './rows.ts'
import { matches } from './search.ts'

/** How an invitation stands, in one word: what is in its way comes before that it waits (R4.1, R2.5). */
export type InvitationWord = 'activated' | 'refused' | 'failed' | 'queued' | 'waiting'

export interface ListedInvitation {
  row: InvitationRow
  /** Its mail; null when that is too old to be known. */
  mail: MailRow | null
  word: InvitationWord
}

/** Invitations with what became of their mail: those that are open first and in trouble on top, newest first. */
export function listInvitations(
  rows: readonly InvitationRow[],
  mails: readonly MailRow[],
  words: readonly string[],
): ListedInvitation[] {
  const mailById = new Map(mails.map((mail) => [mail.id, mail]))
  return rows
    .filter((row) => matches(words, row.name, row.email, row.plan))
    .map((row) => {
      const mail = mailById.get(row.mail) ?? null
      return { row, mail, word: wordOf(row, mail) }
    })
    .toSorted(
      (a, b) =>
        rank(a.word) - rank(b.word) || newest(b.row) - newest(a.row) || (a.row.id < b.row.id ? -1 : 1),
    )
}

/** True while it waits for the person. */
export function isOpen({ row }: ListedInvitation): boolean {
  return row.state === 'sent'
}

function wordOf(row: InvitationRow, mail: MailRow | null): InvitationWord {
  if (row.state === 'activated') return 'activated'
  return mail === null || mail.status === 'accepted' ? 'waiting' : mail.status
}

function rank(word: InvitationWord): number {
  if (word === 'activated') return 2
  return word === 'refused' || word === 'failed' ? 0 : 1
}

function newest(row: InvitationRow): number {
  return row.activatedAt ?? row.sentAt
}
