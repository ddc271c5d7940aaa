import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { useOwn, useSend, useView } from '../../page.ts'
import { useFeatures } from '../../parts/useFeatures.ts'
import { ItemCard } from './ItemCard.tsx'
import { PlanCard } from './PlanCard.tsx'
import { ReadCard } from './ReadCard.tsx'
import { findItems, listed } from './search.ts'
import './item-list.css'

const cards = { feed: ReadCard, support: ReadCard, plan: PlanCard } as const
const lists = {
  feed: 'item-cards item-cards--read',
  support: 'item-cards item-cards--read',
  plan: 'plan-cards',
}

/** What there is of one kind, or a kind word when there is nothing. */
export function ItemList({ kind, found }: { kind: ItemRow['kind']; found: Found }) {
  const { t } = useTranslation('kiosk')
  const query = useOwn((own) => own.browse.query)
  const items = found[kind] ?? []
  const Card = kind in cards ? cards[kind as keyof typeof cards] : ItemCard
  if (items.length === 0)
    return query.trim() === '' ? (
      <p className="browse-empty">{t(`browse.empty.${kind}`)}</p>
    ) : (
      <NothingFound query={query.trim()} found={found} />
    )
  return (
    <ul className={kind in lists ? lists[kind as keyof typeof lists] : 'item-cards'}>
      {items.map((item) => (
        <Card key={item.id} item={item} />
      ))}
    </ul>
  )
}

export type Found = Partial<Record<ItemRow['kind'], ItemRow[]>>

/** What is on offer by kind, or what of it the search finds. */
export function useFound(): Found {
  const items = useView((view) => view.catalogue.items)
  const query = useOwn((own) => own.browse.query)
  const words = useFeatures()
  // The words change with the language, which draws everything anew anyway.
  return useMemo(() => {
    const found: Found = {}
    for (const kind of new Set(items.map((item) => item.kind)))
      found[kind] = findItems(listed(items, kind), query, words)
    return found
  }, [items, query, words])
}

/** Nothing in this tab; where else there is something. */
function NothingFound({ query, found }: { query: string; found: Found }) {
  const { t } = useTranslation('offers')
  const { t: tKiosk } = useTranslation('kiosk')
  const send = useSend()
  const elsewhere = Object.entries(found).filter(([, items]) => items.length > 0) as [
    ItemRow['kind'],
    ItemRow[],
  ][]
  return (
    <div className="browse-empty">
      <p>{t('search.none', { query })}</p>
      {elsewhere.length > 0 && (
        <>
          <p className="browse-empty__more">{t('search.elsewhere')}</p>
          <div className="browse-empty__kinds">
            {elsewhere.map(([kind, items]) => (
              <button
                key={kind}
                type="button"
                className="button button--quiet"
                onClick={() => send('browse', { kind })}
              >
                {tKiosk(`browse.tabs.${kind}`)}
                <span className="browse-empty__count">{items.length}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
