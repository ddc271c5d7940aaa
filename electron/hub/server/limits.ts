/** Bounds of the hub's socket server. Times in milliseconds, sizes in bytes. */
export const limits = {
  /** From the connection to `prove`; then the socket is closed. */
  proveWithin: 10_000,
  /** The largest packet: a page of 2000 rows fits, a flood of memory does not. */
  packetSize: 1_048_576,
  /** Packets of one proven device; 20 commands in flight with a hub that answers in 4 ms stay below it. */
  verbsPerSecond: 5_000,
  /** Packets in all before a device has proved itself. */
  unprovenPackets: 20,
  pingInterval: 10_000,
  pingTimeout: 10_000,
  /** An unlock is given up this long after its `notAfter`: the answer has to travel too. */
  unlockGrace: 1_000,
  /** How long a stop waits for running verbs and mails. */
  drain: 5_000,
}
