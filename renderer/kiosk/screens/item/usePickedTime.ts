import { useEffect, useState } from 'react'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { useSend } from '../../page.ts'
import { type Slot, type TimeRange, tapSlot } from './time-range.ts'

interface PickedTime {
  picked: TimeRange | null
  /** The core has not said yet what the time range costs. */
  pending: boolean
  tap: (slot: Slot) => void
}

/** The picked time range: what was tapped counts at once, until the core says otherwise. */
export function usePickedTime(screen: ItemScreen): PickedTime {
  const send = useSend()
  const [tapped, setTapped] = useState<{ time: TimeRange | null } | null>(null)
  // Whatever comes from the core replaces the guess
  useEffect(() => setTapped(null), [screen])
  const { times, item } = screen
  const picked = tapped ? tapped.time : (times?.picked ?? null)
  const tap = (slot: Slot): void => {
    if (!times) return
    const bounds = item.bookable?.by === 'hour' ? item.bookable : null
    const time = tapSlot(times.slots, picked, slot, bounds)
    if (time?.from === picked?.from && time?.until === picked?.until) return
    setTapped({ time })
    send('pickTime', { time })
  }
  return { picked, pending: tapped !== null, tap }
}
