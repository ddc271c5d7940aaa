import { useState } from 'react'
import type { Need } from '../data/attention.ts'
import { type Held, withHeld } from '../data/held.ts'

/** Long enough to be read, short enough not to be taken for something open. */
const shownFor = 6000

/**
 * Keeps what is being settled in its place until its result was read there (R8.2): the data often lets it go before the
 * answer arrives.
 */
export function useHeld(open: Need[]): {
  listed: Need[]
  hold: (need: Need, place: number) => void
  release: (id: string, done: boolean) => void
} {
  const [held, setHeld] = useState<Held[]>([])
  const drop = (id: string): void => setHeld((before) => before.filter(({ need }) => need.id !== id))
  return {
    listed: withHeld(open, held),
    hold: (need, place) => setHeld((before) => [...before, { need, place }]),
    release: (id, done) => {
      if (done) setTimeout(drop, shownFor, id)
      else drop(id)
    },
  }
}
