import type { PayloadOf } from '../../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { newId } from '../../../lib/system.ts'
import { assign, mayAssign } from './assign.ts'
import { cleanLine } from '../clean.ts'
import { sendFirst } from './invitation-mails.ts'
import { loadPerson, personChanged } from '../../projections/person.ts'
import { type PlanOnOffer, planOnOffer, startPlan } from '../plans/plans.ts'
import { projectStaffOffers } from '../../projections/plans.ts'
import type { StaffRun } from '../../pipeline/context.ts'
import { defineCommand } from '../../pipeline/command.ts'

type Payload = PayloadOf<'staff.invite'>

/**
 * Invites a member (R4.1): an account with what is known, their plan, which is due as any that reception gives, what is
 * theirs, and the mail. They accept the terms at their first own obligation (R4.4). Errors: `name-needed`,
 * `already-member {name}`, `plan-unknown`, `date-past`, `item-unknown`, `item-assigned {item}`.
 */
export const staffInvite = defineCommand('staff.invite', {
  run(run, payload) {
    const name = cleanLine(payload.name)
    if (name === '') return failure('name-needed')
    const may = mayInvite(run, payload)
    if (!may.ok) return may
    const account = accountFor(run, { ...payload, name })
    const { store, now, staff } = run
    const { plan: planId, resources, startsOn, language } = payload
    const plan = planOf(run, planId)
    store.people.join(account, run.place().facts.id, payload.role, now)
    if (plan) startPlan(run, { account, plan, startsOn, price: plan.price })
    assign(run, account, resources, startsOn)
    projectStaffOffers(run)
    const invitation = {
      id: newId(run.system),
      account,
      language,
      staff: staff.id,
      plan: plan?.name ?? '',
      startsOn,
      sentAt: now,
      mail: newId(run.system),
    }
    store.invitations.add(invitation)
    personChanged(run, account)
    sendFirst(run, { ...invitation, by: staff.name, remindedAt: null, activatedAt: null }, run.device.id)
    run.activity('invited', staff.name, name)
    const { role } = payload
    run.audit('staff.invite', account, { invitation: invitation.id, role, plan: planId, resources, startsOn })
    return ok({ invitation: invitation.id })
  },
})

function planOf(run: StaffRun, id: string | null): PlanOnOffer | undefined {
  return id === null ? undefined : planOnOffer(run.store.items.item(id))
}

function mayInvite(run: StaffRun, { email, plan, resources, startsOn }: Payload): Result<null, FoyerError> {
  const { id: here, zone } = run.place().facts
  const account = run.store.people.idOf(normalizeEmail(email))
  const person = account === undefined ? undefined : loadPerson(run, account, run.now)
  if (person?.facts.memberships.some(({ location }) => location === here))
    return failure('already-member', { name: person.profile.name || person.profile.email })
  if (plan !== null && !planOf(run, plan)) return failure('plan-unknown')
  if (startsOn < localDateOf(run.now, zone)) return failure('date-past')
  return mayAssign(run, resources, startsOn)
}

/** Who has an account is invited all the same; what they wrote there themselves is left as it is. */
function accountFor(run: StaffRun, { email: typed, name, company, language }: Payload): AccountId {
  const { people } = run.store
  const email = normalizeEmail(typed)
  const known = people.idOf(email)
  const account = known ?? newId(run.system)
  if (known === undefined) people.add(account, email, name, language, run.now)
  const profile = people.profile(account)
  if (profile?.name === '') people.setName(account, name)
  if (profile?.company === '') people.setCompany(account, cleanLine(company))
  return account
}
