/** Every delay of the mail queue, in milliseconds. */
export const mailDelays = {
  /** To open a connection to the mail server, name look-up included. */
  connect: 10_000,
  /** Without a byte from the server. */
  socket: 30_000,
  /** Before each further try. */
  retries: [2_000, 8_000, 20_000],
  /** From the order to the last word: by then the screen offers help (R2.5), and a new code can be asked for (R2.4). */
  inAll: 60_000,
} as const
