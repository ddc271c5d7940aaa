import offers from '../../../resources/demo/offers.json' with { type: 'json' }
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import type { Run } from '../engine/run.ts'
import { type DemoMember, demoPeople } from './data.ts'
import { demoTerm } from './plans.ts'

/** Fills an empty hub with what is on offer and with people who can do something (PRODUCT.md, "Four kinds of people"). */
export function seedDemo(run: Run): void {
  const { store } = run
  const { facts } = run.place()
  offers.items.forEach((item, order) =>
    store.items.putItem(facts.id, itemRow(item, facts.singleDay.currency, order)),
  )
  const today = localDateOf(run.now, facts.zone)
  for (const member of demoPeople.members) seedMember(run, member, today)
  run.reloadPlace()
}

type Offer = Omit<(typeof offers.items)[number], 'price' | 'per'> & { price?: number; per?: string }

function itemRow({ price, per, ...item }: Offer, currency: string, order: number): ItemRow {
  return {
    ...item,
    kind: item.kind as ItemRow['kind'],
    price: price === undefined ? null : { amount: price, currency },
    per: (per as ItemRow['per']) ?? null,
    order,
    visibility: 'public',
    exclusive: false,
    area: '',
    capacity: null,
    features: [],
    photo: null,
    bookable: null,
    event: null,
    plan: null,
    stock: null,
    at: null,
  }
}

function seedMember(run: Run, member: DemoMember, today: LocalDate): void {
  const { people, entitlements } = run.store
  const { facts, terms, desks } = run.place()
  const { id: account, subscription, assignment, passes = [] } = member
  people.add(account, member.email, member.name, 'en', run.now)
  if (member.acceptedTerms) {
    const hash = terms.texts.en?.hash ?? ''
    const acceptance = { account, location: facts.id, version: terms.version, hash, language: 'en' }
    people.accept({ ...acceptance, device: 'demo', at: run.now })
  }
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
