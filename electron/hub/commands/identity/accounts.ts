import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId, StaffId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'

/** What a new account begins with; somebody who has one keeps theirs as it is. */
export interface NewAccount {
  name?: string
  /** Left out: the location's first. */
  language?: string
  /** Who on staff vouches for a walk-in (R2.7). */
  vouchedBy?: StaffId
}

/** The account of an email as it was typed; made when there is none yet, so that it is theirs when they first come (R2.2). */
export function accountFor(
  context: JobContext,
  typed: string,
  { name = '', language, vouchedBy }: NewAccount = {},
): { account: AccountId; isNew: boolean } {
  const { people, places } = context.store
  const email = normalizeEmail(typed)
  const known = people.idOf(email)
  if (known !== undefined) return { account: known, isNew: false }
  const account = newId(context.system)
  const spoken = language ?? places.location(context.location)?.languages[0] ?? 'en'
  if (vouchedBy === undefined) people.add(account, email, name, spoken, context.now)
  else people.addVouched(account, { email, name, language: spoken, staff: vouchedBy }, context.now)
  return { account, isNew: true }
}
