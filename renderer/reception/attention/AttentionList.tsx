import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { type AttentionItem, type Held, withHeld } from '../data/attention.ts'
import { useWords } from '../state/words.ts'
import { useShowMore } from '../ui/useShowMore.tsx'
import { AttentionRow } from './AttentionRow.tsx'

/** More than these push what happens out of sight. */
const shownAtFirst = 3
/** Milliseconds: long enough for a result to be read, short enough not to be taken for something open. */
const doneShownFor = 6000

/** What went wrong or waits for somebody; what is being settled stays until its result was read. */
export function AttentionList({ open, searching }: { open: AttentionItem[]; searching: boolean }) {
  const { t } = useWords()
  const { listed, hold, release } = useHeld(open)
  const { shown, more } = useShowMore(listed, shownAtFirst)
  return (
    <>
      {listed.length === 0 && !searching && (
        <p className="calm">
          <CircleCheck aria-hidden />
          <span>{t('attention.none')}</span>
        </p>
      )}
      <ul className="rows">
        {shown.map((item, place) => (
          <AttentionRow
            key={item.id}
            item={item}
            onStart={() => hold(item, place)}
            onEnd={(done) => release(item.id, done)}
          />
        ))}
      </ul>
      {more}
    </>
  )
}

/**
 * Keeps an item that is being settled in its place until its result was read there (R8.2): the data often drops it
 * before the answer arrives.
 */
function useHeld(open: AttentionItem[]): {
  listed: AttentionItem[]
  hold: (item: AttentionItem, place: number) => void
  release: (id: string, done: boolean) => void
} {
  const [held, setHeld] = useState<Held[]>([])
  const drop = (id: string): void => setHeld((before) => before.filter(({ item }) => item.id !== id))
  return {
    listed: withHeld(open, held),
    hold: (item, place) => setHeld((before) => [...before, { item, place }]),
    release: (id, done) => {
      if (done) setTimeout(drop, doneShownFor, id)
      else drop(id)
    },
  }
}
