import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import type { Instant } from '../../../../shared/domain/ids.ts'
import { formatDay, formatLongDay, formatSpan } from '../../../i18n/format.ts'
import { useLocale, useView } from '../../page.ts'
import { usePriceText } from '../../parts/usePriceText.ts'
import type { TimeRange } from './time-range.ts'

export interface ActWords {
  label: string
  /** What it costs when that is nothing, why it cannot be pressed. */
  detail: string
  /** Why it cannot be pressed is said by the label or the detail. */
  disabled: boolean
}

interface Now {
  picked: TimeRange | null
  /** The price on the view is not that of the picked time range yet. */
  pending: boolean
  text: string
  now: Instant
}

/** What the one button of an item's page says: what it does and what it costs, before it is tapped (R1.4). */
export function useActWords(): (screen: ItemScreen, now: Now) => ActWords | null {
  const { t } = useTranslation('offers')
  const { language, zone } = useLocale()
  const today = useView((view) => view.catalogue.today)
  const priceText = usePriceText()

  return (screen, { picked, pending, text, now }) => {
    const { offered, item, price, included, times, starts } = screen
    if (offered === null) return null
    const said = priceText(price, offered === 'subscribe' ? item.per : null)
    const costs = price !== null && price.amount > 0 && !included && said
    const withPrice = (what: string): string =>
      costs ? t('item.withPrice', { what, price: [said.amount, said.per].filter(Boolean).join(' ') }) : what
    const free = included ? t('item.included') : costs ? '' : t('item.noCost')
    const join = (...parts: string[]): string => parts.filter(Boolean).join(' · ')
    switch (offered) {
      case 'reserve': {
        if (!picked || !times) {
          const per = priceText(item.price, item.per)
          return {
            label: t('item.pickFirst'),
            detail: included ? t('item.included') : [per?.amount, per?.per].filter(Boolean).join(' '),
            disabled: true,
          }
        }
        const byDay = item.bookable?.by === 'day'
        const day = formatDay(times.date, language)
        const what = t('item.reserve', {
          time: byDay ? day : formatSpan(picked.from, picked.until, zone, language),
        })
        const otherDay = byDay || times.date === today ? '' : day
        if (pending) return { label: what, detail: join(otherDay), disabled: true }
        return { label: withPrice(what), detail: join(otherDay, free), disabled: false }
      }
      case 'join': {
        const { places = null, taken = 0, until = now + 1 } = item.event ?? {}
        const full = places !== null && taken >= places
        const over = until <= now
        const why = over ? t('item.over') : full ? t('item.full') : free
        return { label: withPrice(t('item.join')), detail: why, disabled: full || over }
      }
      case 'order': {
        const out = item.stock === 0
        return { label: withPrice(t('item.order')), detail: out ? t('item.soldOut') : free, disabled: out }
      }
      case 'subscribe': {
        const begins = starts
          ? starts.date === today
            ? t('item.startsToday')
            : t('item.startsOn', { day: formatLongDay(starts.date, language) })
          : ''
        return { label: withPrice(t('item.subscribe')), detail: join(begins, free), disabled: false }
      }
      case 'ask':
      case 'comment': {
        const empty = text.trim() === ''
        return { label: t(`item.${offered}`), detail: empty ? t('item.writeFirst') : '', disabled: empty }
      }
    }
  }
}
