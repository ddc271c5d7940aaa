import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AnswerMail, OutgoingMail } from '../../seam/engine.ts'
import type { MailRecord } from '../../store/mails.ts'
import { projectMail } from '../identity/codes.ts'
import { writeInvitationAgain } from '../invitations/invitations.ts'
import { loadPerson } from '../../projections/person.ts'
import type { Run } from '../../pipeline/context.ts'

/** Puts a mail on its way: kept, shown to reception, and handed over once the commit is on disk (R2.5). */
export function queueMail(run: Run, mail: OutgoingMail): void {
  const { id, device, to, kind } = mail
  const record = { id, device, to, kind, at: run.now, status: 'queued', detail: '' } as const
  run.store.mails.add(record)
  projectMail(run, record)
  run.effects.push({ kind: 'mail', mail })
}

/** The last word on a mail, kept and shown to reception (R2.5). */
export function settleMail(run: Run, mail: MailRecord, status: MailRecord['status'], detail: string): void {
  run.store.mails.setStatus(mail.id, status, detail)
  projectMail(run, { ...mail, status, detail })
  if (status !== 'accepted') run.activity('mail-refused', '', mail.to, detail)
}

/** A code lives in memory only (R2.2): after a stop nobody can send it any more. */
export function failLostCodes(run: Run): void {
  for (const mail of run.store.mails.queued()) {
    if (mail.kind === 'code')
      settleMail(run, mail, 'failed', 'The hub was stopped before the mail left. Ask for a new code.')
  }
}

/** Invitations, reminders and answers that a stop left unsent are written again from what is known, and sent. */
export function sendLostMails(run: Run): void {
  for (const record of run.store.mails.queued()) {
    if (record.kind === 'code') continue
    const mail = record.kind === 'answer' ? answerAgain(run, record) : writeInvitationAgain(run, record)
    if (mail) run.effects.push({ kind: 'mail', mail })
    else settleMail(run, record, 'failed', 'The hub was stopped before the mail left. Send it again.')
  }
}

/** The answer that was given with that mail: to this person, at that moment. */
function answerAgain(run: Run, { id, device, to, at }: MailRecord): AnswerMail | null {
  const { people } = run.store
  const account = people.idOf(normalizeEmail(to))
  const person = account === undefined ? undefined : loadPerson(run, account, run.now)
  const request = person?.requests.find(({ answer }) => answer?.at === at)
  if (!account || !person || !request?.answer) return null
  const { text: answer, by } = request.answer
  const language = people.language(account) ?? 'en'
  return {
    kind: 'answer',
    id,
    device,
    to,
    language,
    name: person.profile.name,
    question: request.text,
    answer,
    by,
  }
}
