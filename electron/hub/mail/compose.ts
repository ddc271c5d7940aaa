import type { Language } from '../../../shared/contract/basics.ts'
import type { Instant, Zone } from '../../../shared/domain/ids.ts'
import type { OutgoingMail } from '../engine-types.ts'
import { escapeHtml } from './escape.ts'
import { templates } from './templates/index.ts'

/** The place that mails speak for. */
export interface Place {
  name: string
  zone: Zone
}

export interface Composed {
  subject: string
  text: string
  html: string
}

/**
 * The words of one mail. The code is not in the subject, which lock screens and mail logs show; in the text it has a
 * line of its own, as six digits, so that it can be copied whole.
 */
export function compose(mail: OutgoingMail, place: Place): Composed {
  const words = templates[mail.language]
  const time = timeOfDay(mail.expiresAt, place.zone, mail.language)
  const fill = (text: string): string => text.replace('{{place}}', place.name).replace('{{time}}', time)
  const [subject, lead, valid, ignore] = [words.subject, words.lead, words.valid, words.ignore].map(fill) as [
    string,
    string,
    string,
    string,
  ]
  return {
    subject,
    text: [place.name, '', lead, '', mail.code, '', valid, ignore, ''].join('\n'),
    html: page(mail, { place: place.name, subject, lead, valid, ignore }),
  }
}

/** As people say it, 24 h: '14:32'. */
function timeOfDay(at: Instant, zone: Zone, language: Language): string {
  const format = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, format).format(at)
}

/** One column, no table, no picture, no link: it looks the same wherever it is read, and gives a scanner nothing to follow. */
function page(
  mail: OutgoingMail,
  words: Record<'place' | 'subject' | 'lead' | 'valid' | 'ignore', string>,
): string {
  const { place, subject, lead, valid, ignore } = mapValues(words, escapeHtml)
  const soft = 'margin:0 0 8px;font-size:15px;line-height:22px;color:#5a6058'
  return `<!doctype html>
<html lang="${mail.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="margin:0;padding:32px 16px;background:#f7f4ee;color:#1d2420;font-family:Figtree,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:32px;background:#fffdf9;border:1px solid #dcd6ca;border-radius:16px">
<p style="margin:0 0 24px;font-size:17px;font-weight:600;color:#0f5a3e">${place}</p>
<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600">${lead}</h1>
<p style="margin:0 0 24px;padding:20px 0;background:#e4f1e9;border-radius:12px;text-align:center;font-size:44px;line-height:52px;font-weight:700;letter-spacing:8px;font-variant-numeric:tabular-nums">${mail.code}</p>
<p style="${soft}">${valid}</p>
<p style="${soft}">${ignore}</p>
</div>
</body>
</html>
`
}

function mapValues<K extends string>(
  object: Record<K, string>,
  change: (text: string) => string,
): Record<K, string> {
  const changed = Object.entries<string>(object).map(([key, value]) => [key, change(value)])
  return Object.fromEntries(changed) as Record<K, string>
}
