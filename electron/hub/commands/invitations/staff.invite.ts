import type { PayloadOf } from '../../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { StaffContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { personChanged } from '../../projections/person.ts'
import { projectStaffOffers } from '../../projections/plans.ts'
import { cleanLine } from '../clean.ts'
import { accountFor } from '../identity/accounts.ts'
import { type PlanOnOffer, planOnOffer, startPlan } from '../plans/plans.ts'
import { assign, mayAssign } from './assign.ts'
import { sendFirst } from './invitation-mails.ts'

type Payload = PayloadOf<'staff.invite'>

/**
 * Invites a member (R4.1): an account with what is known, their plan, which is due as any that reception gives, what is
 * theirs, and the mail. They accept the terms at their first own obligation (R4.4). Errors: `name-needed`,
 * `already-member {name}`, `plan-unknown`, `date-past`, `item-unknown`, `item-assigned {item}`.
 */
export const staffInvite = defineCommand('staff.invite', {
  run(context, payload) {
    const name = cleanLine(payload.name)
    if (name === '') return failure('name-needed')
    const may = mayInvite(context, payload)
    if (!may.ok) return may
    const account = invitedAccount(context, { ...payload, name })
    const { store, now, staff } = context
    const { plan: planId, resources, startsOn, language } = payload
    const plan = planOf(context, planId)
    store.people.join(account, context.place().facts.id, payload.role, now)
    if (plan) startPlan(context, { account, plan, startsOn, price: plan.price })
    assign(context, account, resources, startsOn)
    projectStaffOffers(context)
    const invitation = {
      id: newId(context.system),
      account,
      location: context.location,
      language,
      staff: staff.id,
      plan: plan?.name ?? '',
      startsOn,
      sentAt: now,
      mail: newId(context.system),
    }
    store.invitations.add(invitation)
    personChanged(context, account)
    sendFirst(
      context,
      { ...invitation, by: staff.name, remindedAt: null, activatedAt: null },
      context.device.id,
    )
    context.activity('invited', staff.name, name)
    const { role } = payload
    context.audit('staff.invite', account, {
      invitation: invitation.id,
      role,
      plan: planId,
      resources,
      startsOn,
    })
    return ok({ invitation: invitation.id })
  },
})

function planOf(context: StaffContext, id: string | null): PlanOnOffer | undefined {
  return id === null ? undefined : planOnOffer(context.store.items.item(id))
}

function mayInvite(
  context: StaffContext,
  { email, plan, resources, startsOn }: Payload,
): Result<null, FoyerError> {
  const { id: here, zone } = context.place().facts
  const account = context.store.people.idOf(normalizeEmail(email))
  const person = account === undefined ? undefined : loadPerson(context, account, context.now)
  if (person?.facts.memberships.some(({ location }) => location === here))
    return failure('already-member', { name: person.profile.name || person.profile.email })
  if (plan !== null && !planOf(context, plan)) return failure('plan-unknown')
  if (startsOn < localDateOf(context.now, zone)) return failure('date-past')
  return mayAssign(context, resources, startsOn)
}

/** Who has an account is invited all the same; what they wrote there themselves is left as it is. */
function invitedAccount(context: StaffContext, { email, name, company, language }: Payload): AccountId {
  const { people } = context.store
  const { account } = accountFor(context, email, { name, language })
  const profile = people.profile(account)
  if (profile?.name === '') people.setName(account, name)
  if (profile?.company === '') people.setCompany(account, cleanLine(company))
  return account
}
