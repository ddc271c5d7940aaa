import type { FoyerError } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Call } from '../sync/calls.ts'
import type { RequestOutcome } from './events.ts'
import type { ItemRequest } from './request.ts'

/**
 * Has a request done by the hub. It carries the id that was chosen for it, so that asking again after a lost answer changes
 * nothing (I2). Errors: those of the command; 'hub-unreachable': it may have been done.
 */
export async function submitRequest(
  request: ItemRequest,
  session: string,
  call: Call,
): Promise<Result<RequestOutcome, FoyerError>> {
  const { id, item } = request
  const inName = { session }
  switch (request.kind) {
    case 'reservation': {
      const { from, until, price } = request
      return call('item.book', { reservation: id, item: item.id, from, until, price }, inName)
    }
    case 'event':
      return call('event.join', { place: id, event: item.id, price: request.price }, inName)
    case 'shop': {
      const { quantity, price } = request
      return call('shop.order', { order: id, item: item.id, quantity, price }, inName)
    }
    case 'plan': {
      const { startsOn, price } = request
      return call('plan.subscribe', { subscription: id, plan: item.id, startsOn, price }, inName)
    }
    case 'question': {
      const asked = await call('support.ask', { request: id, item: item.id, text: request.text }, inName)
      return asked.ok ? ok({ order: null, person: asked.value.person }) : asked
    }
    case 'comment': {
      const added = await call('comment.add', { comment: id, item: item.id, text: request.text }, inName)
      return added.ok ? ok({ order: null, person: null }) : added
    }
  }
}
