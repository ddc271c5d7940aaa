/** Every delay of the link to the hub, in milliseconds. */
export const delays = {
  /** Between attempts to reach the hub: from `first`, doubling, never above `most`. */
  reconnect: { first: 150, most: 2000 },
  /** For the handshake of one attempt. */
  connect: 2000,
  /** For verbs that the hub answers from memory or with one commit. */
  ask: 4000,
  /** For a call on behalf of a person before it fails with 'hub-unreachable'. */
  call: 6000,
  /** A door may take its time; the hub waits for it. */
  door: 9000,
  /** A durable command without an answer is sent again after this. */
  send: 5000,
  /** A check-in that waits longer is decided here (R9.1). */
  decideLocally: 2000,
  /** How the device is; an unanswered report means that the line is dead, whatever the socket believes. */
  report: { every: 5000, atMostEvery: 200 },
  /** Before a durable command that failed for now is sent again. */
  retry: { first: 200, most: 30_000 },
  /** Before missing rows are asked for again. */
  since: 500,
} as const

/** Doubling wait before attempt `n` (from 0), with up to a quarter off so that kiosks do not come in step. */
export function backoff(n: number, { first, most }: { first: number; most: number }, chance: number): number {
  return Math.min(most, first * 2 ** Math.min(n, 20)) * (1 - chance / 4)
}
