/** What one try to hand a mail over came to. */
export type Attempt =
  | { kind: 'accepted'; detail: string }
  /** The server said no for good, to this address or this mail. */
  | { kind: 'refused'; detail: string }
  /** Not tried again either, but nothing is wrong with the address: somebody has to look at the set-up. */
  | { kind: 'broken'; detail: string }
  /** Worth another try. */
  | { kind: 'later'; detail: string }

/** The parts of nodemailer's errors that are looked at. */
interface MailError {
  code?: string
  originalCode?: string
  responseCode?: number
  response?: string
  message?: string
}

/** `response` is the server's last reply, such as "250 2.0.0 Ok: queued as 9E1F". */
export function accepted(response: string): Attempt {
  return { kind: 'accepted', detail: /^\d{3}/.exec(response)?.[0] ?? '250' }
}

/**
 * Sorts what nodemailer threw. `secrets` (code, password) are struck from the server's words, in case it repeats them.
 * 5xx is final and 4xx is not (RFC 5321 §4.2.1); 503 only says that this session went wrong.
 */
export function classify(error: unknown, secrets: readonly string[]): Attempt {
  const { code, originalCode, responseCode = 0, response = '', message = '' } = error as MailError
  const permanent = responseCode >= 500 && responseCode !== 503
  const reason = plainReason(response, secrets)
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') {
    const kind = responseCode >= 400 && responseCode < 500 ? 'later' : 'broken'
    return { kind, detail: 'The mail server did not accept our user name and password.' }
  }
  if (permanent) return { kind: 'refused', detail: reason || `The mail server refused it (${responseCode}).` }
  if (responseCode > 0)
    return { kind: 'later', detail: reason || `The mail server is busy (${responseCode}).` }
  if (code === 'EENVELOPE') {
    return message.includes('sender')
      ? {
          kind: 'broken',
          detail: 'The sender of our mails is not a mail address. See mail.from in foyer.yaml.',
        }
      : { kind: 'refused', detail: 'The mail server cannot send to this address.' }
  }
  if (code === 'ECONFIG')
    return { kind: 'broken', detail: 'The mail server is not set up rightly. See mail.smtp.' }
  return { kind: 'later', detail: whyNotReached(originalCode ?? code) }
}

function whyNotReached(code: string | undefined): string {
  switch (code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'The mail server did not answer in time.'
    case 'EDNS':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return "The mail server's name is not known."
    case 'ETLS':
      return 'The connection to the mail server could not be secured.'
    default:
      return 'The mail server cannot be reached.'
  }
}

/** The server's words without reply codes (RFC 3463) and line breaks, at most 200 characters. */
export function plainReason(response: string, secrets: readonly string[]): string {
  let text = response
    .split(/\r?\n/)
    .map((line) => line.replace(/^\d{3}[ -]?/, '').replace(/^\d\.\d{1,3}\.\d{1,3}\s*/, ''))
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, '…')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
