import { type ReactNode, useState } from 'react'
import { useWords } from '../state/words.ts'

/** The first rows of a list, and the button that shows the rest where there are more. */
export function useShowMore<R>(
  rows: readonly R[],
  atFirst: number,
): { shown: readonly R[]; more: ReactNode } {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  return {
    shown: all ? rows : rows.slice(0, atFirst),
    more: rows.length > atFirst && (
      <button type="button" className="more" onClick={() => setAll(!all)}>
        {all ? t('attention.fewer') : t('attention.all', { count: rows.length })}
      </button>
    ),
  }
}
