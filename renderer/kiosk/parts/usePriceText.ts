import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import { formatMoney } from '../../i18n/format.ts'
import { useLocale } from '../page.ts'

export interface PriceText {
  /** "€28.00", or "Free". */
  amount: string
  /** "an hour"; '' where it is for one piece, or free. */
  per: string
}

/** A price as it is said; null = the item has none. */
export function usePriceText(): (price: Money | null, per: ItemRow['per']) => PriceText | null {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  return (price, per) => {
    if (!price) return null
    if (price.amount === 0) return { amount: t('browse.free'), per: '' }
    return {
      amount: formatMoney(price, language),
      per: per && per !== 'once' ? t(`browse.per.${per}`) : '',
    }
  }
}
