import { Check, KeyRound, type LucideIcon, MapPin, X } from 'lucide-react'
import type { DeskState } from '../../../../shared/contract/kiosk-view.ts'

/** How a desk looks: its state, or picked just now. */
export type DeskLook = DeskState | 'picked'

/** A sign beside the colour, for those who do not see it. A free desk needs none: it is the empty one. */
export const lookIcons: Record<DeskLook, LucideIcon | null> = {
  free: null,
  taken: X,
  yours: MapPin,
  assigned: KeyRound,
  picked: Check,
}
