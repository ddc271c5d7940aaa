import type { MailRecord } from '../store/mails.ts'
import { projectMail } from './codes.ts'
import type { Run } from './run.ts'

/** The last word on a mail, kept and shown to reception (R2.5). */
export function settleMail(run: Run, mail: MailRecord, status: MailRecord['status'], detail: string): void {
  run.store.mails.setStatus(mail.id, status, detail)
  projectMail(run, { ...mail, status, detail })
  if (status !== 'accepted') run.activity('mail-refused', '', mail.to, detail)
}

/** What stood in a mail lives in memory only (R2.2): after a stop nobody can send it any more. */
export function failLostMails(run: Run): void {
  for (const mail of run.store.mails.queued())
    settleMail(run, mail, 'failed', 'The hub was stopped before the mail left. Ask for a new code.')
}
