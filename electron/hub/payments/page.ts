import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/contract/basics.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import { escapeHtml } from '../../lib/html.ts'
import { decimalsOf } from './amount.ts'
import { wordsIn } from './language.ts'

// The tokens of renderer/ui, for pages that load nothing.
const style = `
:root { color-scheme: light dark; --paper: #f7f4ee; --surface: #fffdf9; --ink: #1d2420; --soft: #5a6058; --line: #dcd6ca; --accent: #0f5a3e; --on-accent: #fdfcf6 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171a18; --surface: #202421; --ink: #ece9e2; --soft: #a9aca5; --line: #383d39; --accent: #7cc9a5; --on-accent: #10201a }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 28rem; min-height: 100svh; padding: 2rem 1.25rem; display: flex; flex-direction: column; justify-content: center; background: var(--paper); color: var(--ink); font: 17px/1.5 Figtree, system-ui, sans-serif }
main { padding: 1.75rem 1.5rem; background: var(--surface); border: 1px solid var(--line); border-radius: 16px }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.15; text-wrap: balance; overflow-wrap: anywhere }
p { margin: .25rem 0; color: var(--soft); overflow-wrap: anywhere }
.amount { margin: 1rem 0; color: var(--ink); font-size: 2.5rem; line-height: 1.1; font-variant-numeric: tabular-nums }
form { display: grid; gap: 1rem; margin-top: 1.75rem }
button { min-height: 56px; padding: .75rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: none; color: var(--ink); font: inherit; font-weight: 600 }
button.next { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
`

/** No script, nothing from anywhere; only this one style sheet. `formTo`: origins that a form may lead to. */
export function pageCsp(formTo: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    `form-action ${formTo.length > 0 ? formTo.join(' ') : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`
}

/** Where the provider sends people back to: it knows no more than that they came back. */
export function donePage(language: Language): string {
  const words = wordsIn(language)
  return page(language, words.done, `<p>${escapeHtml(words.doneText)}</p>`)
}

/** The simulated provider's page: what it is for, what it costs, and the two things to do. */
export function checkoutPage(
  language: Language,
  { amount, description }: { amount: Money; description: string },
): string {
  const words = wordsIn(language)
  const value = amount.amount / 10 ** decimalsOf(amount.currency)
  const price = new Intl.NumberFormat(language, { style: 'currency', currency: amount.currency }).format(
    value,
  )
  return page(
    language,
    description,
    `<p class="amount">${escapeHtml(price)}</p>
<p>${escapeHtml(words.simulated)}</p>
<form method="post">
<button class="next" name="action" value="pay">${escapeHtml(words.pay)}</button>
<button name="action" value="cancel">${escapeHtml(words.cancel)}</button>
</form>`,
  )
}

/** A page on which there is nothing to do any more. */
export function overPage(language: Language, how: 'paid' | 'failed' | 'expired' | 'unknown'): string {
  const words = wordsIn(language)
  const more = how === 'paid' ? words.doneText : words.overText
  return page(language, words[how], `<p>${escapeHtml(more)}</p>`)
}
