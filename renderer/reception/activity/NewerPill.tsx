import { ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { countNewer } from '../data/activity.ts'
import { useWords } from '../state/words.ts'
import { usePane } from '../ui/Pane.tsx'

/** "3 new": rows that came above while the pane stood still under somebody's pointer or further down. */
export function NewerPill({ rows }: { rows: readonly { id: string }[] }) {
  const { t } = useWords()
  const pane = usePane()
  const place = useRef<HTMLOutputElement>(null)
  const [seen, setSeen] = useState(rows[0]?.id)
  const newest = (): Element | null => place.current?.parentElement?.querySelector('[data-row]') ?? null

  useEffect(() => {
    const element = pane.current
    const look = (): void => {
      const row = newest()
      // The place is just under the heading, where the newest row is when it can be seen. Its list is asked, as the row
      // itself may still be sliding in.
      const list = row?.parentElement
      const isShown =
        list &&
        place.current &&
        list.getBoundingClientRect().top >= place.current.getBoundingClientRect().top - 4
      if (isShown || !row) setSeen(rows[0]?.id)
    }
    // After the pane has settled around the new rows, which it does before the next frame is painted.
    const frame = requestAnimationFrame(look)
    element?.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      element?.removeEventListener('scroll', look)
    }
  }, [rows, pane])

  const count = countNewer(rows, seen)
  return (
    <output ref={place} className="newer">
      {count > 0 && (
        <button
          type="button"
          className="newer__pill"
          onClick={() => newest()?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })}
        >
          <ArrowUp aria-hidden />
          {t('columns.new', { count })}
        </button>
      )}
    </output>
  )
}
