import type { LucideIcon } from 'lucide-react'
import { useQuery } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './empty.css'

/** The empty state of a list: that all is well, and what will fill it. While searching: that nothing was found. */
export function Empty({ icon: Icon, title, hint }: { icon: LucideIcon; title: string; hint: string }) {
  const query = useQuery()
  const { t } = useWords()
  if (query.trim())
    return <p className="empty empty--search">{t('columns.nothingFound', { query: query.trim() })}</p>
  return (
    <div className="empty">
      <Icon aria-hidden />
      <p className="empty__title">{title}</p>
      <p className="empty__hint">{hint}</p>
    </div>
  )
}
