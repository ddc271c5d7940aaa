import { Cloud, CloudOff, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { Link } from '../../../shared/contract/link.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import { formatLongDay, formatTime } from '../../i18n/format.ts'
import { useMinute } from '../../ui/clock.ts'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './header.css'

/** Day and time at the place, and whether the hub is there: above the open console and above the locked one. */
export function PlaceStatus() {
  return (
    <p className="header__when">
      <PlaceClock />
      <HubLink />
    </p>
  )
}

/** The time at the place need not be that of this machine (R5.7). */
function PlaceClock() {
  const at = useMinute()
  const zone = useConsole((state) => state.view?.location?.zone)
  const language = useConsole((state) => state.view?.language ?? 'en')
  // Without a place nobody knows whose time to show.
  if (zone === undefined) return null
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatLongDay(localDateOf(at, zone), language)}, {formatTime(at, zone, language)}
    </time>
  )
}

const linkIcons: Record<Link, LucideIcon> = { online: Cloud, connecting: LoaderCircle, offline: CloudOff }

/** Whether the hub is there: an icon and a word. */
function HubLink() {
  const { t } = useWords()
  const link = useConsole((state) => state.view?.link ?? 'connecting')
  const Icon = linkIcons[link]
  return (
    <output className={`hublink hublink--${link}`}>
      <Icon aria-hidden />
      <span>{t(`header.link.${link}`)}</span>
    </output>
  )
}
