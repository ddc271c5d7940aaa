import { failure } from '../../../../shared/contract/errors.ts'
import { decideShopOrder } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { itemChanged } from '../../projections/occupancy.ts'
import { visibleItem } from '../../projections/offers.ts'
import { personChanged } from '../../projections/person.ts'
import { addOrder } from '../orders/orders.ts'
import { type KeptOrder, presentOrder } from '../present.ts'

/**
 * Something from the shop. Errors: `item-unknown` also for what this person may not see (R1.2); those of
 * `decideShopOrder`; `sold-out` too when the schema refused what the rules had let through.
 */
export const shopOrder = defineCommand<'shop.order', KeptOrder>('shop.order', {
  run(context, { order: id, item: itemId, quantity, price }) {
    const { store, account, now } = context
    const made = store.orders.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'order' })
    // Tapped again after a lost answer (I2).
    if (made) return ok({ account, order: id })
    const person = loadPerson(context, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(context, itemId, person.facts)?.row
    if (row?.kind !== 'shop') return failure('item-unknown')

    const facts = { person: person.facts, place: context.place().facts, item: row }
    const decided = decideShopOrder(facts, { quantity, price })
    if (!decided.ok) return decided
    const what = quantity === 1 ? row.name : `${quantity} × ${row.name}`
    const cost = decided.value.charges ?? { amount: 0, currency: facts.place.singleDay.currency }
    store.items.takeStock(itemId, quantity)
    addOrder(context, { id, account, what, price: cost })

    context.activity('ordered', person.profile.name, what)
    context.audit('shop.order', id, { item: itemId, quantity, charges: decided.value.charges })
    context.person = personChanged(context, account, { session: context.session })
    itemChanged(context, itemId)
    return ok({ account, order: id })
  },
  refused: (constraint) =>
    constraint === 'primary-key'
      ? failure('invalid-input', { field: 'order' })
      : failure('sold-out', { left: 0 }),
  present: presentOrder,
})
