/**
 * A mail's HTML as far as it may be shown: any program can send to the demo, so only known elements and harmless styles
 * come through. No link leads anywhere and nothing is loaded; the page's policy would forbid both.
 */
export type Piece = string | { tag: string; style: Record<string, string>; width?: string; children: Piece[] }

/** What is read of a DOM node, so that it can be read without a DOM. */
export interface MailNode {
  nodeName: string
  nodeType: number
  nodeValue: string | null
  childNodes: Iterable<MailNode>
  getAttribute?(name: string): string | null
}

const elementNode = 1
const textNode = 3
const known = new Set(
  'a b blockquote body br center div em h1 h2 h3 hr i li ol p small span strong table tbody td th thead tr u ul'.split(
    ' ',
  ),
)
/** Their content is no text of the mail. */
const dropped = new Set(['head', 'script', 'style', 'title', 'template', 'noscript'])
/** Between these, white space means nothing, and React does not want it. */
const tabular = new Set(['table', 'tbody', 'thead', 'tr'])

/** Where a style stands until it is read: a parser that meets one under the page's policy complains of each. */
const look = 'data-look'

/** HTML to be parsed without any style taking effect. */
export function disarm(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replace(/(<[a-z][^<>]*?\s)style(\s*=)/gi, `$1${look}$2`)
}

export function readDesigned(node: MailNode): Piece[] {
  if (node.nodeType === textNode) return [node.nodeValue ?? '']
  const tag = node.nodeName.toLowerCase()
  if (node.nodeType !== elementNode || dropped.has(tag)) return []
  const inside = [...node.childNodes].flatMap(readDesigned)
  if (!known.has(tag)) return inside
  const children = tabular.has(tag) ? inside.filter((piece) => typeof piece !== 'string') : inside
  const width = node.getAttribute?.('width') ?? ''
  return [
    {
      // What surrounds a mail is no body of this page.
      tag: tag === 'body' || tag === 'center' ? 'div' : tag === 'a' ? 'span' : tag,
      style: {
        ...(tag === 'center' || node.getAttribute?.('align') === 'center' ? centred(tag) : {}),
        ...readStyle(node.getAttribute?.(look) ?? ''),
      },
      ...(tag === 'table' && /^\d{1,4}%?$/.test(width) && { width }),
      children,
    },
  ]
}

function centred(tag: string): Record<string, string> {
  return tag === 'td' || tag === 'center' ? { textAlign: '-webkit-center' } : { textAlign: 'center' }
}

/** Declarations by the names that React takes; what loads something or leaves its place is left out. */
export function readStyle(text: string): Record<string, string> {
  const style: Record<string, string> = {}
  for (const declaration of text.split(';')) {
    const at = declaration.indexOf(':')
    const name = declaration.slice(0, at).trim().toLowerCase()
    const value = declaration.slice(at + 1).trim()
    if (at < 1 || !/^[a-z-]+$/.test(name) || name.startsWith('-') || value === '') continue
    if (name === 'position' || /url\(|expression|image-set/i.test(value)) continue
    style[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return style
}

/** The web addresses in a mail's plain text, each once. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? []
  return [...new Set(found.map((link) => link.replace(/[.,;:)]+$/, '')))]
}
