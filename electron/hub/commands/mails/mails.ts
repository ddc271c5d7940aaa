import type { JobContext } from '../../pipeline/context.ts'
import { projectMail } from '../../projections/reception.ts'
import type { UnplacedMail } from '../../seam/mails.ts'
import type { MailRecord } from '../../store/mails.ts'

/** Puts a mail on its way: kept, shown to reception, and handed over once the commit is on disk (R2.5). */
export function queueMail(context: JobContext, mail: UnplacedMail): void {
  const { id, device, to, kind } = mail
  const { location, now: at } = context
  const record = { id, device, location, to, kind, at, status: 'queued', detail: '' } as const
  context.store.mails.add(record)
  projectMail(context, record)
  handOver(context, mail)
}

/** Hands a mail that is kept already to the mailer once the commit is on disk, in the name of its location. */
export function handOver(context: JobContext, mail: UnplacedMail): void {
  const { name, zone } = context.place().row
  context.effects.push({ kind: 'mail', mail: { ...mail, place: { name, zone } } })
}

/** The last word on a mail, kept and shown to reception (R2.5). */
export function settleMail(
  context: JobContext,
  mail: MailRecord,
  status: MailRecord['status'],
  detail: string,
): void {
  context.store.mails.setStatus(mail.id, status, detail)
  projectMail(context, { ...mail, status, detail })
  if (status !== 'accepted') context.activity('mail-refused', '', mail.to, detail)
}
