import { normalizeEmail } from '../../../shared/domain/email.ts'
import { writeInvitationAgain } from '../commands/invitations/invitations.ts'
import { handOver, settleMail } from '../commands/mails/mails.ts'
import type { JobContext } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import type { AnswerMail } from '../seam/mails.ts'
import type { MailRecord } from '../store/mails.ts'

/** A code lives in memory only (R2.2): after a stop nobody can send it any more. */
export function failLostCodes(context: JobContext): void {
  for (const mail of context.store.mails.queued(context.location)) {
    if (mail.kind === 'code')
      settleMail(context, mail, 'failed', 'The hub was stopped before the mail left. Ask for a new code.')
  }
}

/** Invitations, reminders and answers that a stop left unsent are written again from what is known, and sent. */
export function sendLostMails(context: JobContext): void {
  for (const record of context.store.mails.queued(context.location)) {
    if (record.kind === 'code') continue
    const mail =
      record.kind === 'answer' ? answerAgain(context, record) : writeInvitationAgain(context, record)
    if (mail) handOver(context, mail)
    else settleMail(context, record, 'failed', 'The hub was stopped before the mail left. Send it again.')
  }
}

/** The answer that was given with that mail: to this person, at that moment. */
function answerAgain(
  context: JobContext,
  { id, device, to, at }: MailRecord,
): Omit<AnswerMail, 'place'> | null {
  const { people } = context.store
  const account = people.idOf(normalizeEmail(to))
  const person = account === undefined ? undefined : loadPerson(context, account, context.now)
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
