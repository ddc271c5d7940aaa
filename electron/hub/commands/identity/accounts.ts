import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'

/** The account of an email; made when there is none yet, so that it is theirs when they first come (R2.2). */
export function accountFor(context: JobContext, typed: string): AccountId {
  const { people, places } = context.store
  const email = normalizeEmail(typed)
  const known = people.idOf(email)
  if (known !== undefined) return known
  const id = newId(context.system)
  people.add(id, email, '', places.location(context.location)?.languages[0] ?? 'en', context.now)
  return id
}
