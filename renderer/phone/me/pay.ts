/** A page to pay on, and nothing that would run as a script here. */
export function isPayable(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
