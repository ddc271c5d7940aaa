/**
 * The key of an account and of its lockouts: without surrounding blanks, NFC, lower case. Nothing else is folded: mail
 * providers differ in what dots and plus signs mean, and two people must never become one.
 */
export function normalizeEmail(raw: string): string {
  // Lower case can take a string out of NFC, hence twice.
  return raw.trim().normalize('NFC').toLowerCase().normalize('NFC')
}

/** For screens that others can see: 'a…@example.com'. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = at === -1 ? email : email.slice(0, at)
  return at === -1 ? `${first}…` : `${first}…${email.slice(at)}`
}
