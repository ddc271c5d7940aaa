import type { ControllerEvent, OutputOf } from '../../../simdoor/protocol.ts'
import type { Cursor, DoorEvent } from '../driver.ts'
import { DoorProtocolError } from '../errors.ts'

/**
 * The events of a page, with a `gap` in the place of those that are missing: its index is that of the first one, which
 * no other event has, so that a repeat stays harmless (I8). Throws DoorProtocolError when indexes went backwards.
 */
export function withGaps(
  controller: string,
  after: Cursor,
  page: OutputOf<'events'>,
  at: number,
): DoorEvent[] {
  if (page.last < after)
    throw new DoorProtocolError(`event indexes of ${controller} went back from ${after} to ${page.last}`)
  const result: DoorEvent[] = []
  let expected = after + 1
  for (const event of page.events) {
    if (event.index < expected) continue
    if (event.index > expected) result.push(gap(controller, expected, event.index - 1, event.at))
    result.push(toDoorEvent(controller, event))
    expected = event.index + 1
  }
  // Nothing is left of what should be there: a lost memory, not an empty one.
  if (page.events.length === 0 && page.last >= expected) result.push(gap(controller, expected, page.last, at))
  return result
}

/** Up to which index a page takes the cursor. */
export function cursorAfter(after: Cursor, page: OutputOf<'events'>): Cursor {
  return page.events.at(-1)?.index ?? Math.max(after, page.last)
}

function gap(controller: string, first: number, last: number, at: number): DoorEvent {
  const reason = first === last ? `event ${first} is missing` : `events ${first} to ${last} are missing`
  return { index: first, controller, kind: 'gap', at, grant: null, reason }
}

function toDoorEvent(controller: string, event: ControllerEvent): DoorEvent {
  const { index, kind, at, grant, reason } = event
  return { index, controller, kind, at, grant, reason }
}
