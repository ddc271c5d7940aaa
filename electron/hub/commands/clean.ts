/**
 * What people type, as it is kept: NFC, and without what would change how the text around it is read: control
 * characters and the overrides, embeddings and isolates of the bidirectional algorithm (UAX #9). Any script, marks of
 * direction, joiners and emoji stay as they were typed.
 */
const halfPairs = /\p{Cs}/gu
const breaks = /[\t-\r\u0085\u2028\u2029]+/gu
const controls = /\p{Cc}/gu
const controlsButBreaks = /[^\P{Cc}\n]/gu
const bidiSpans = /[\u202A-\u202E\u2066-\u2069]/gu

/** One line, such as a name. May come out empty. */
export function cleanLine(text: string): string {
  return text
    .replaceAll(halfPairs, '')
    .replaceAll(bidiSpans, '')
    .replaceAll(breaks, ' ')
    .replaceAll(controls, '')
    .normalize('NFC')
    .trim()
}

/** Text of several lines. */
export function cleanText(text: string): string {
  return text
    .replaceAll(halfPairs, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(bidiSpans, '')
    .replaceAll(controlsButBreaks, '')
    .normalize('NFC')
    .trim()
}
