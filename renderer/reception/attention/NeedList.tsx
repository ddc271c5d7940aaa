import { CircleCheck } from 'lucide-react'
import type { Need } from '../data/attention.ts'
import { useWords } from '../state/words.ts'
import { useFold } from '../ui/useFold.tsx'
import { NeedRow } from './NeedRow.tsx'
import { useHeld } from './useHeld.ts'

/** More than these push what happens out of sight. */
const shownAtFirst = 3

/** What went wrong or waits for somebody; what is being settled stays until its result was read. */
export function NeedList({ open, searching }: { open: Need[]; searching: boolean }) {
  const { t } = useWords()
  const { listed, hold, release } = useHeld(open)
  const { shown, more } = useFold(listed, shownAtFirst)
  return (
    <>
      {listed.length === 0 && !searching && (
        <p className="calm">
          <CircleCheck aria-hidden />
          <span>{t('attention.none')}</span>
        </p>
      )}
      <ul className="rows">
        {shown.map((need, place) => (
          <NeedRow
            key={need.id}
            need={need}
            onStart={() => hold(need, place)}
            onEnd={(done) => release(need.id, done)}
          />
        ))}
      </ul>
      {more}
    </>
  )
}
