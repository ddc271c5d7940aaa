import type { LocalDate } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import type { Run } from '../pipeline/context.ts'
import { type DemoMember, demoPeople } from './data.ts'
import { demoTerm } from './plans.ts'

/** Fills an empty hub with people who can do something (PRODUCT.md, "Four kinds of people"). */
export function seedDemo(run: Run): void {
  const { facts } = run.place()
  const today = localDateOf(run.now, facts.zone)
  for (const member of demoPeople.members) seedMember(run, member, today)
  run.reloadPlace()
}

function seedMember(run: Run, member: DemoMember, today: LocalDate): void {
  const { people, entitlements } = run.store
  const { facts, terms, desks } = run.place()
  const { id: account, subscription, assignment, passes = [], memberships = [] } = member
  people.add(account, member.email, member.name, 'en', run.now)
  if (member.acceptedTerms) {
    const hash = terms.texts.en?.hash ?? ''
    const acceptance = { account, location: facts.id, version: terms.version, hash, language: 'en' }
    people.accept({ ...acceptance, device: 'demo', at: run.now })
  }
  for (const { location = facts.id, role } of memberships) people.join(account, location, role, run.now)
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
