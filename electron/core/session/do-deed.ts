import type { FoyerError } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Call } from '../sync/calls.ts'
import type { ItemDeed } from './deed.ts'
import type { DeedDone } from './events.ts'

/**
 * Has a deed done by the hub. It carries the id that was chosen for it, so that asking again after a lost answer changes
 * nothing (I2). Errors: those of the command; 'hub-unreachable': it may have been done.
 */
export async function doDeed(
  deed: ItemDeed,
  session: string,
  call: Call,
): Promise<Result<DeedDone, FoyerError>> {
  const { id, item } = deed
  const inName = { session }
  switch (deed.kind) {
    case 'reservation': {
      const { from, until, price } = deed
      return call('item.book', { reservation: id, item: item.id, from, until, price }, inName)
    }
    case 'event':
      return call('event.join', { place: id, event: item.id, price: deed.price }, inName)
    case 'shop': {
      const { quantity, price } = deed
      return call('shop.order', { order: id, item: item.id, quantity, price }, inName)
    }
    case 'plan': {
      const { startsOn, price } = deed
      return call('plan.subscribe', { subscription: id, plan: item.id, startsOn, price }, inName)
    }
    case 'question': {
      const asked = await call('support.ask', { request: id, item: item.id, text: deed.text }, inName)
      return asked.ok ? ok({ order: null, person: asked.value.person }) : asked
    }
    case 'comment': {
      const added = await call('comment.add', { comment: id, item: item.id, text: deed.text }, inName)
      return added.ok ? ok({ order: null, person: null }) : added
    }
  }
}
