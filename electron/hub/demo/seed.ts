import type { LocalDate } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import type { JobContext } from '../pipeline/context.ts'
import { type DemoMember, demoPeople } from './data.ts'
import { demoTerm } from './plans.ts'

/** Fills an empty hub with people who can do something (PRODUCT.md, "Four kinds of people"). */
export function seedDemo(context: JobContext): void {
  const { facts } = context.place()
  const today = localDateOf(context.now, facts.zone)
  for (const member of demoPeople.members) seedMember(context, member, today)
  context.reloadPlaces()
}

function seedMember(context: JobContext, member: DemoMember, today: LocalDate): void {
  const { people, entitlements } = context.store
  const { facts, terms, desks } = context.place()
  const { id: account, subscription, assignment, passes = [], memberships = [] } = member
  people.add(account, member.email, member.name, 'en', context.now)
  if (member.acceptedTerms) {
    const hash = terms.texts.en?.hash ?? ''
    const acceptance = { account, location: facts.id, version: terms.version, hash, language: 'en' }
    people.accept({ ...acceptance, device: 'demo', at: context.now })
  }
  for (const { location = facts.id, role } of memberships) people.join(account, location, role, context.now)
  if (subscription) {
    const { id, plan, startsIn } = subscription
    entitlements.subscribe(facts.id, {
      id,
      account,
      plan,
      ...demoTerm(plan, addDays(today, startsIn), today, facts.singleDay.currency),
    })
  }
  const own = desks.find(({ label }) => label === assignment?.desk)
  if (assignment && own) {
    const startsOn = addDays(today, assignment.startsIn)
    entitlements.assign({ id: assignment.id, account, item: own.id, startsOn, endsOn: null })
  }
  passes.forEach(({ expiresIn }, n) =>
    entitlements.addPass(facts.id, {
      id: `pass-${account}-${n + 1}`,
      account,
      validFrom: addDays(today, -40),
      expiresOn: addDays(today, expiresIn),
    }),
  )
}
