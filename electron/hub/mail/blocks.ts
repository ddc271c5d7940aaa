/** What a mail is made of, from top to bottom: once, for its HTML and its plain text alike. */
export type Block =
  | { kind: 'greeting' | 'lead' | 'text' | 'soft'; text: string }
  /** Six digits, to be copied whole. */
  | { kind: 'code'; code: string }
  | { kind: 'button'; label: string; url: string }
  /** Somebody's own words, of several lines perhaps. */
  | { kind: 'quote'; text: string }

/** The plain-text part: the same words, a code and a link on lines of their own. */
export function plainText(place: string, blocks: readonly Block[]): string {
  const paragraphs = blocks.map((block) => {
    switch (block.kind) {
      case 'code':
        return block.code
      case 'button':
        return `${block.label}:\n${block.url}`
      case 'quote':
        return block.text.replaceAll(/^/gm, '> ')
      default:
        return block.text
    }
  })
  return [place, ...paragraphs, ''].join('\n\n').replace(/\n+$/, '\n')
}
