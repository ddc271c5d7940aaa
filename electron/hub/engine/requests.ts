import type { RequestRecord } from '../store/requests.ts'
import type { Run } from '../pipeline/context.ts'

/** A question to reception, as reception sees it. */
export function projectRequest(run: Run, { id, account, about, text, at, answer }: RequestRecord): void {
  const { name = '', email = '' } = run.store.people.profile(account) ?? {}
  run.publish('reception', 'request', id, { account, name, email, about, text, at, answer })
}
