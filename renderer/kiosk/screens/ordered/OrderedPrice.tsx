import { CircleCheck, Receipt } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../shared/contract/person.ts'
import { formatMoney, formatPercent } from '../../../i18n/format.ts'
import { useLocale, useView } from '../../page.ts'
import './ordered-price.css'

/** What it costs, what of that is tax, and whether it is paid. Null = it cost nothing. */
export function OrderedPrice({ order }: { order: Order | null }) {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const tax = useView((view) => view.shell.location?.tax)
  if (!order || order.state === 'free')
    return (
      <p className="ordered-price ordered-price--good">
        <CircleCheck aria-hidden />
        {t('ordered.free')}
      </p>
    )
  const due = order.state === 'due'
  const Icon = due ? Receipt : CircleCheck
  return (
    <div className={due ? 'ordered-price' : 'ordered-price ordered-price--good'} role="status">
      <Icon aria-hidden />
      <p>{t(`ordered.${order.state}`)}</p>
      <p className="ordered-price__amount">
        {formatMoney(order.price, language)}
        {tax && order.tax.amount > 0 && (
          <span>
            {t('ordered.tax', {
              percent: formatPercent(tax.percent, language),
              name: tax.name,
              amount: formatMoney(order.tax, language),
            })}
          </span>
        )}
      </p>
    </div>
  )
}
