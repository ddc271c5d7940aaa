/**
 * What core, hub and the demo's door say to main. Checked by hand, as main reads nothing else: zod would take 20 ms of its
 * start, before there is any window.
 */
export type FromProcess =
  /** It listens. `url`, and `pair`, a fresh pairing code for the app that embeds it: hub only. `port`: demo door only. */
  | { type: 'ready'; url?: string; pair?: string; port?: number }
  | { type: 'pong'; n: number }
  /** Staff gave their PIN: leave the kiosk (R10.4). */
  | { type: 'leave' }
  /** Whom to call when the kiosk is out of order (R9.6). */
  | { type: 'help'; phone: string }
  /** It cannot start; worded for the person who reads the terminal. */
  | { type: 'fatal'; message: string }

/** The message with what belongs to it; null when it is none of these. */
export function fromProcess(raw: unknown): FromProcess | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { type, url, pair, port, n, phone, message } = raw as Record<string, unknown>
  switch (type) {
    case 'ready':
      return isOptional('string', url, pair) && isOptional('number', port)
        ? ({ type, url, pair, port } as FromProcess)
        : null
    case 'pong':
      return Number.isSafeInteger(n) ? { type, n: n as number } : null
    case 'leave':
      return { type }
    case 'help':
      return typeof phone === 'string' ? { type, phone } : null
    case 'fatal':
      return typeof message === 'string' ? { type, message } : null
    default:
      return null
  }
}

function isOptional(kind: 'string' | 'number', ...values: unknown[]): boolean {
  return values.every((value) => value === undefined || typeof value === kind)
}
