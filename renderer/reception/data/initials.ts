/** One or two letters for a person: first and last word of the name, else of the email; '' when nothing is known. */
export function initials(name: string, email = ''): string {
  const words = (name.trim() || email.split('@')[0] || '').split(/[\s._-]+/).filter(Boolean)
  const first = words.at(0)
  const last = words.length > 1 ? words.at(-1) : undefined
  return [first, last].map((word) => (word ? letter(word) : '')).join('')
}

function letter(word: string): string {
  const [first = ''] = word
  return first.toLocaleUpperCase()
}
