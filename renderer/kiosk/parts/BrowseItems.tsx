import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { formatMoney } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useManner, useSend, useView } from '../page.ts'
import './browse-items.css'

/** What there is of one kind, or a kind word when there is nothing. */
export function BrowseItems({ kind }: { kind: ItemRow['kind'] }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const all = useView((view) => view.catalogue.items)
  const items = useMemo(
    () => all.filter((item) => item.kind === kind).toSorted((a, b) => a.order - b.order),
    [all, kind],
  )
  if (items.length === 0) return <p className="browse-empty">{t(`browse.empty.${kind}`)}</p>
  return (
    <>
      <ul className="browse-items">
        {items.map((item) => (
          <li key={item.id} className="browse-item">
            <h2 className="browse-item__name">{item.name}</h2>
            <Price item={item} />
            {item.description && <p className="browse-item__text">{item.description}</p>}
          </li>
        ))}
      </ul>
      {kind === 'plan' && (
        <Button
          kind="primary"
          wide
          className="browse-go"
          icon={ArrowRight}
          label={t('browse.signUp')}
          onClick={() => send('start', { purpose: 'sign-up' })}
        />
      )}
    </>
  )
}

function Price({ item: { price, per } }: { item: ItemRow }) {
  const { t } = useTranslation('kiosk')
  const { language } = useManner()
  if (!price) return null
  return (
    <p className="browse-item__price">
      {price.amount === 0 ? t('browse.free') : formatMoney(price, language)}
      {price.amount > 0 && per && per !== 'once' && <span>{t(`browse.per.${per}`)}</span>}
    </p>
  )
}
