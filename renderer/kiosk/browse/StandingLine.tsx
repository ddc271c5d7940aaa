import { CircleCheck, CircleX, Clock3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { useMinute } from '../../ui/clock.ts'
import { useView } from '../page.ts'
import { useClockTime } from '../parts/useClockTime.ts'
import { type Standing, standingOf, toneOf } from './standing.ts'
import './standing.css'

const icons = { yes: CircleCheck, later: Clock3, no: CircleX }

/** "Free now", "12 places left", "Sold out": a sign, a word and a colour. */
export function StandingLine({ item }: { item: ItemRow }) {
  const nextFree = useView((view) => view.catalogue.nextFree)
  const standing = standingOf(item, nextFree, useMinute())
  const say = useStandingWords()
  if (!standing) return null
  const tone = toneOf(standing)
  const Icon = icons[tone]
  return (
    <p className={`standing standing--${tone}`}>
      <Icon aria-hidden />
      {say(standing)}
    </p>
  )
}

function useStandingWords(): (standing: Standing) => string {
  const { t } = useTranslation('offers')
  const time = useClockTime()
  return (standing) => {
    switch (standing.kind) {
      case 'free-now':
        return t('card.freeNow')
      case 'free-from':
        return t('card.freeFrom', { time: time(standing.at) })
      case 'not-today':
        return t('card.notToday')
      case 'places':
        return t('card.places', { count: standing.left })
      case 'stock':
        return t('card.stock', { count: standing.left })
      case 'over':
        return t('card.over')
    }
  }
}
