const tints = ['sand', 'sage', 'sky', 'rose'] as const

/** The colour of the wall in the drawing of an item: always the same for one, so that neighbours are told apart. */
export function tintOf(id: string): (typeof tints)[number] {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? 'sand'
}
