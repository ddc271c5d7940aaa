import type { Language } from '../../../shared/contract/basics.ts'
import { escapeHtml } from '../../lib/html.ts'
import type { Block } from './blocks.ts'

/**
 * The page of every mail: the hand of our screens (renderer/ui/tokens.css) in what mail programs understand. Tables,
 * because Outlook lays out nothing else; colours inline, because some throw the style sheet away; the style sheet for the
 * dark alone. No picture, so nothing is fetched, and nobody learns that it was read.
 */
const light = {
  paper: '#f7f4ee',
  surface: '#fffdf9',
  line: '#dcd6ca',
  ink: '#1d2420',
  soft: '#5a6058',
  wash: '#e4f1e9',
  accent: '#0f5a3e',
  onAccent: '#fbfaf3',
}
const dark = {
  paper: '#141a17',
  surface: '#1d2420',
  line: '#36403a',
  ink: '#f2efe7',
  soft: '#b3b8ae',
  wash: '#20392d',
  accent: '#8fd0ae',
  onAccent: '#0f1f17',
}

type Colours = typeof light

const font = "Figtree,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

export function layout(
  language: Language,
  { place, subject, blocks }: { place: string; subject: string; blocks: readonly Block[] },
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${inTheDark('')}}
${inTheDark('[data-ogsc] ')}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${light.paper};color:${light.ink};font-family:${font}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.paper}" style="background:${light.paper}">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="surface" width="480" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.surface}" style="width:100%;max-width:480px;background:${light.surface};border:1px solid ${light.line};border-radius:16px">
<tr><td style="padding:32px;font-family:${font}">
<p class="accent" style="margin:0 0 24px;font-size:17px;line-height:24px;font-weight:600;color:${light.accent}">${escapeHtml(place)}</p>
${blocks.map(html).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

/** `[data-ogsc]` is what Outlook.com puts on a mail that it shows in the dark. */
function inTheDark(prefix: string): string {
  const rules: [string, string][] = [
    ['.paper', `background:${dark.paper}!important`],
    ['.surface', `background:${dark.surface}!important;border-color:${dark.line}!important`],
    ['.ink', `color:${dark.ink}!important`],
    ['.soft', `color:${dark.soft}!important`],
    ['.accent', `color:${dark.accent}!important`],
    ['.wash', `background:${dark.wash}!important;color:${dark.ink}!important`],
    ['.button', `background:${dark.accent}!important`],
    ['.button a', `color:${dark.onAccent}!important`],
  ]
  return rules.map(([selector, rule]) => `${prefix}${selector}{${rule}}`).join('')
}

function html(block: Block): string {
  const { ink, soft, wash, accent, onAccent }: Colours = light
  switch (block.kind) {
    case 'greeting':
      return `<p class="ink" style="margin:0 0 8px;font-size:17px;line-height:24px;color:${ink}">${escapeHtml(block.text)}</p>`
    case 'lead':
      return `<h1 class="ink" style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;color:${ink}">${escapeHtml(block.text)}</h1>`
    case 'text':
      return `<p class="ink" style="margin:0 0 16px;font-size:17px;line-height:24px;color:${ink}">${escapeHtml(block.text)}</p>`
    case 'soft':
      return `<p class="soft" style="margin:0 0 8px;font-size:15px;line-height:22px;color:${soft}">${escapeHtml(block.text)}</p>`
    case 'code':
      return `<p class="wash" style="margin:0 0 24px;padding:20px 0;background:${wash};border-radius:12px;text-align:center;font-size:44px;line-height:52px;font-weight:700;letter-spacing:8px;font-variant-numeric:tabular-nums;color:${ink}">${escapeHtml(block.code)}</p>`
    case 'button':
      // The cell has the colour too, as Outlook paints no link.
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="button" bgcolor="${accent}" style="background:${accent};border-radius:12px"><a href="${escapeHtml(block.url)}" style="display:inline-block;padding:16px 28px;font-family:${font};font-size:17px;line-height:24px;font-weight:600;color:${onAccent};text-decoration:none">${escapeHtml(block.label)}</a></td></tr></table>`
    case 'quote':
      return `<p class="wash" dir="auto" style="margin:0 0 16px;padding:16px 20px;background:${wash};border-radius:12px;font-size:17px;line-height:24px;color:${ink}">${escapeHtml(block.text).replaceAll('\n', '<br>')}</p>`
  }
}
