import { Check, type LucideIcon, MapPin, X } from 'lucide-react'
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
