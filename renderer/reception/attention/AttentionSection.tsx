import { CircleCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { needs } from '../data/attention.ts'
import { searchWords } from '../data/search.ts'
import '../ui/rows.css'
import { Section } from '../ui/Section.tsx'
import { useDesk, useRows } from '../useDesk.ts'
import { useQuery } from '../useQuery.ts'
import { useWords } from '../words.ts'
import './attention.css'
import { NeedRow } from './NeedRow.tsx'
import { useHeld } from './useHeld.ts'

/** More than these push what happens out of sight. */
const shownAtFirst = 3

/** What went wrong or waits for somebody (R8.1). */
export function AttentionSection() {
  const { t } = useWords()
  const grant = useRows('grant')
  const conflict = useRows('conflict')
  const lockout = useRows('lockout')
  const mail = useRows('mail')
  const order = useRows('order')
  const now = useDesk((state) => state.now)
  const query = useQuery()
  const [all, setAll] = useState(false)
  const open = useMemo(
    () => needs({ grant, conflict, lockout, mail, order }, now, searchWords(query)),
    [grant, conflict, lockout, mail, order, now, query],
  )
  const { listed, hold, release } = useHeld(open)
  const shown = all ? listed : listed.slice(0, shownAtFirst)

  return (
    <Section
      title={t('columns.attention')}
      count={open.length > 0 ? t('columns.open', { count: open.length }) : undefined}
    >
      {listed.length === 0 && !query && (
        <p className="calm">
          <CircleCheck aria-hidden />
          <span>{t('attention.none')}</span>
        </p>
      )}
      {listed.length === 0 && query && (
        <p className="calm">{t('columns.nothingFound', { query: query.trim() })}</p>
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
      {listed.length > shownAtFirst && (
        <button type="button" className="more" onClick={() => setAll(!all)}>
          {all ? t('attention.fewer') : t('attention.all', { count: listed.length })}
        </button>
      )}
    </Section>
  )
}
