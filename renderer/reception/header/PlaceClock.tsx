import { localDateOf } from '../../../shared/domain/time.ts'
import { formatLongDay, formatTime } from '../../i18n/format.ts'
import { useMinute } from '../../ui/clock.ts'
import { useDesk } from '../state/useConsole.ts'

/** Day and time at the place, which need not be those of this machine (R5.7). */
export function PlaceClock() {
  const at = useMinute()
  const zone = useDesk((state) => state.view?.location?.zone)
  const language = useDesk((state) => state.view?.language ?? 'en')
  // Without a place nobody knows whose time to show.
  if (zone === undefined) return null
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatLongDay(localDateOf(at, zone), language)}, {formatTime(at, zone, language)}
    </time>
  )
}
