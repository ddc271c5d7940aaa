import type { AnswerMail, CodeMail, InvitationMail, OutgoingMail } from '../seam/mails.ts'
import { type Block, plainText } from './blocks.ts'
import { layout } from './layout.ts'
import { templates } from './templates/index.ts'
import { dayAndTime, dayOf, fill, listOf, timeOfDay } from './words.ts'

export interface Composed {
  subject: string
  text: string
  html: string
  /** No person wrote it: nobody's "out of office" is to answer it. */
  automatic: boolean
}

/** The words of one mail, in the person's language. No code is in a subject, which lock screens and mail logs show. */
export function compose(mail: OutgoingMail): Composed {
  const { place } = mail
  const { subject: gaps, blocks } = blocksOf(mail)
  const subject = oneLine(fill(gaps, { place: place.name }))
  return {
    subject,
    text: plainText(place.name, blocks),
    html: layout(mail.language, { place: place.name, subject, blocks }),
    automatic: mail.kind !== 'answer',
  }
}

interface Content {
  subject: string
  blocks: Block[]
}

function blocksOf(mail: OutgoingMail): Content {
  switch (mail.kind) {
    case 'code':
      return codeContent(mail)
    case 'invitation':
    case 'reminder':
      return invitationContent(mail)
    case 'answer':
      return answerContent(mail)
  }
}

function codeContent({ language, code, expiresAt, place }: CodeMail): Content {
  const words = templates[language].code
  const time = timeOfDay(expiresAt, place.zone, language)
  return {
    subject: words.subject,
    blocks: [
      { kind: 'lead', text: words.lead },
      { kind: 'code', code },
      { kind: 'soft', text: fill(words.valid, { time }) },
      { kind: 'soft', text: words.ignore },
    ],
  }
}

function invitationContent(mail: InvitationMail): Content {
  const { language, kind, brings, startsOn } = mail
  const { name: place, zone } = mail.place
  const { greeting, invitation: words, reminder } = templates[language]
  const isReminder = kind === 'reminder'
  const until = dayAndTime(mail.expiresAt, zone, language)
  const blocks: Block[] = [
    { kind: 'greeting', text: fill(greeting, { name: mail.name }) },
    { kind: 'lead', text: fill(isReminder ? reminder.lead : words.lead, { by: mail.by, place }) },
  ]
  if (brings.length > 0)
    blocks.push({ kind: 'text', text: fill(words.brings, { brings: listOf(brings, language) }) })
  if (startsOn !== null)
    blocks.push({ kind: 'text', text: fill(words.starts, { date: dayOf(startsOn, language) }) })
  blocks.push(
    { kind: 'button', label: words.button, url: mail.url },
    { kind: 'soft', text: fill(words.valid, { until }) },
    { kind: 'soft', text: words.ignore },
  )
  if (isReminder) blocks.push({ kind: 'soft', text: reminder.once })
  return { subject: isReminder ? reminder.subject : words.subject, blocks }
}

function answerContent({ language, name, by, question, answer, place }: AnswerMail): Content {
  const { greeting, answer: words } = templates[language]
  const blocks: Block[] = [
    // Who never told their name is not greeted by none.
    ...(name === '' ? [] : [{ kind: 'greeting', text: fill(greeting, { name }) } as const]),
    { kind: 'lead', text: fill(words.answered, { by }) },
    { kind: 'quote', text: answer },
    { kind: 'soft', text: words.asked },
    { kind: 'soft', text: question },
    { kind: 'soft', text: fill(words.kept, { place: place.name }) },
  ]
  return { subject: words.subject, blocks }
}

/** A header is one line, whatever the place is called. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2068\u2069]+/gu, ' ').trim()
}
