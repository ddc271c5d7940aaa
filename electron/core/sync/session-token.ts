/** `session` as the hub names it: the token, or only its public part before the dot. */
export function isSession(token: string, session: string): boolean {
  return token === session || token.startsWith(`${session}.`)
}
