/** Every delay of the link to the hub, in milliseconds. */
export const delays = {
  /** Between attempts to reach the hub. After its restart all kiosks come at once, or nearly so. */
  reconnect: { first: 150, most: 2000, jitter: 0.25 },
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
  /** Before a durable command that failed for now is sent again; and whatever else is asked for until it is answered. */
  retry: { first: 200, most: 30_000, jitter: 0 },
  /** Before missing rows are asked for again. */
  since: 500,
} as const
