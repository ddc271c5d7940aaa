import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { useSend } from '../../page.ts'
import { PlanBrings } from '../../parts/PlanBrings.tsx'
import { usePriceText } from '../../parts/usePriceText.ts'
import { VisibleBadge } from '../../parts/VisibleBadge.tsx'
import './plan-card.css'

/** A plan: what it brings, what it costs, and the way in. */
export function PlanCard({ item }: { item: ItemRow }) {
  const { t } = useTranslation('offers')
  const send = useSend()
  const price = usePriceText()(item.price, item.per)
  const id = useId()
  const open = (): void => send('openItem', { item: item.id })
  return (
    <li className="plan-card">
      <div className="plan-card__head">
        <h2 className="plan-card__name">
          <button type="button" id={`${id}-name`} className="item-card__open" onClick={open}>
            {item.name}
          </button>
        </h2>
        {price && (
          <p id={`${id}-price`} className="plan-card__price">
            {price.amount} <span>{price.per}</span>
          </p>
        )}
      </div>
      <VisibleBadge item={item} />
      {item.description && <p className="plan-card__text">{item.description}</p>}
      {item.plan && <PlanBrings plan={item.plan} />}
      <button
        type="button"
        className="button button--primary plan-card__go"
        aria-describedby={`${id}-name ${id}-price`}
        onClick={open}
      >
        {t('plan.signUp')}
        <ArrowRight aria-hidden />
      </button>
    </li>
  )
}
