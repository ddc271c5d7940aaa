import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './group.css'

const few = 3

interface GroupProps<T> {
  icon: LucideIcon
  title: string
  items: readonly T[]
  /** What is said when there is nothing. */
  none?: string
  children: (item: T) => ReactNode
}

/** One kind of thing in the account: a few of them, and all on demand. */
export function Group<T>({ icon: Icon, title, items, none, children }: GroupProps<T>) {
  const { t } = useTranslation('kiosk')
  const [all, setAll] = useState(false)
  const id = useId()
  // A button for one more would take the place of that one.
  const many = items.length > few + 1
  const shown = all || !many ? items : items.slice(0, few)
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id} className="group__title">
        <Icon aria-hidden />
        {title}
      </h2>
      {items.length === 0 && <p className="group__none">{none}</p>}
      <ul className="group__rows">{shown.map(children)}</ul>
      {many && (
        <button type="button" className="group__all" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('account.fewer') : t('account.all', { count: items.length })}
        </button>
      )}
    </section>
  )
}
