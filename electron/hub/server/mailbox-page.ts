import { createHash } from 'node:crypto'
import type { MailboxView } from '../../../shared/contract/mailbox-view.ts'
import { escapeHtml } from '../../lib/html.ts'
import words from './mailbox-words.json' with { type: 'json' }

const style = `
:root { color-scheme: light dark; --paper: #f7f4ee; --surface: #fffdf9; --ink: #1d2420; --soft: #5a6058; --line: #dcd6ca; --accent: #0f5a3e }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171a18; --surface: #202421; --ink: #ece9e2; --soft: #a9aca5; --line: #383d39; --accent: #7cc9a5 }
}
body { margin: 0 auto; max-width: 44rem; padding: 2.5rem 1.25rem; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.15 }
p { margin: .25rem 0; color: var(--soft) }
a { color: var(--accent); display: inline-block; padding: .75rem 0 }
article { margin: 1rem 0; padding: 1.25rem 1.5rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px }
h2 { margin: 0 0 .5rem; font-size: 1.15rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; color: var(--soft); font-size: .9rem }
dd { margin: 0; overflow-wrap: anywhere }
pre { margin: 1rem 0 0; font: inherit; font-variant-numeric: tabular-nums; white-space: pre-wrap; overflow-wrap: anywhere }
`

/** No script, nothing from anywhere; only this one style sheet. */
export const mailboxCsp = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The demo's mails as a plain page, newest first. Shows the text part only. */
export function mailboxPage(mails: MailboxView['mails'], smtp: string): string {
  const list = mails.length > 0 ? mails.map(article).join('\n') : `<p>${escapeHtml(words.empty)}</p>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.lead)}</p>
<p>${escapeHtml(words.smtp)} <code>${escapeHtml(smtp)}</code></p>
<a href="/mailbox">${escapeHtml(words.refresh)}</a>
<main>
${list}
</main>
</body>
</html>
`
}

function article({ at, to, subject, text }: MailboxView['mails'][number]): string {
  const received = new Date(at).toISOString()
  return `<article>
<h2>${escapeHtml(subject || words.noSubject)}</h2>
<dl><dt>${escapeHtml(words.to)}</dt><dd>${escapeHtml(to)}</dd>
<dt>${escapeHtml(words.received)}</dt><dd><time datetime="${received}">${received.slice(0, 19).replace('T', ' ')} UTC</time></dd></dl>
<pre>${escapeHtml(text)}</pre>
</article>`
}
