/** Bounds of the hub's server. Times in milliseconds, sizes in bytes. */
export const limits = {
  /** From the connection to `prove`; then the socket is closed. */
  proveWithin: 10_000,
  /** The largest packet: a page of 2000 rows fits, a flood of memory does not. */
  packetSize: 1_048_576,
  /** Packets of one proven device, `commands` counting as many as it carries; 20 commands in flight with a hub that answers in 4 ms stay below it. */
  verbsPerSecond: 5_000,
  /** Packets in all before a device has proved itself. */
  unprovenPackets: 20,
  pingInterval: 10_000,
  pingTimeout: 10_000,
  /** An unlock is given up this long after its `notAfter`: the answer has to travel too. */
  unlockGrace: 1_000,
  /** How long a stop waits for running verbs and mails. */
  drain: 5_000,
  /** Phones (R2.6). What one person taps stays far below; a house full of people behind one address fits too. */
  phone: {
    /** A photo of 900 kB fits. */
    bodySize: 1_048_576,
    bodyWithin: 30_000,
    perPhone: { perSecond: 4, burst: 60 },
    perPeer: { perSecond: 60, burst: 600 },
    /** What sends a mail or tries a code. */
    mailingPerPeer: { perSecond: 0.5, burst: 40 },
    /** Pages, their files and the place. */
    readsPerPeer: { perSecond: 60, burst: 1_200 },
    /** Phones and addresses that are counted. */
    remembered: 20_000,
    /** Seconds; browsers cut longer ones (RFC 6265bis). A session ends by the hub, not by its cookie. */
    cookieAge: 400 * 86_400,
  },
}
