import { Check, type LucideIcon, MapPin, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../../i18n/format.ts'
import { useLocale } from '../../page.ts'
import type { Slot } from './time-range.ts'

/** How a time looks: its state, or picked just now. */
export type SlotLook = Slot['state'] | 'picked'

/** A sign beside the colour, for those who do not see it. A free time needs none; one that is over is dashed. */
export const slotIcons: Record<SlotLook, LucideIcon | null> = {
  free: null,
  taken: X,
  yours: MapPin,
  over: null,
  picked: Check,
}

interface SlotButtonProps {
  slot: Slot
  byDay: boolean
  picked: boolean
  onTap: () => void
}

/** One time. Its name is when it begins, whether it can be had, and until when it goes. */
export function SlotButton({ slot, byDay, picked, onTap }: SlotButtonProps) {
  const { t } = useTranslation('offers')
  const { language, zone } = useLocale()
  const look: SlotLook = picked ? 'picked' : slot.state
  const Icon = slotIcons[look]
  const end = formatTime(slot.until, zone, language)
  const until = t('item.slotUntil', { state: t(`item.slots.${look}`), time: end === '00:00' ? '24:00' : end })
  return (
    <button
      type="button"
      className={`slot slot--${look}`}
      aria-pressed={picked}
      disabled={slot.state !== 'free'}
      onClick={onTap}
    >
      {byDay ? t('item.wholeDaySlot') : formatTime(slot.from, zone, language)}
      {Icon && <Icon aria-hidden />}
      <span className="visually-hidden">{until}</span>
    </button>
  )
}
