/** Sends `count` things, at most `inFlight` unanswered at once and in order, as an outbox does. */
export async function flood(
  count: number,
  inFlight: number,
  send: (n: number) => Promise<unknown>,
): Promise<void> {
  const under = new Set<Promise<unknown>>()
  for (let n = 0; n < count; n++) {
    const sent = send(n)
    under.add(sent)
    void sent.finally(() => under.delete(sent))
    if (under.size >= inFlight) await Promise.race(under)
  }
  await Promise.all(under)
}
