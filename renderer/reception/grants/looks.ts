import {
  Check,
  CircleCheck,
  CircleSlash,
  Clock,
  Hourglass,
  type LucideIcon,
  Moon,
  TriangleAlert,
} from 'lucide-react'
import type { Tone } from '../data/activity.ts'
import type { GrantWord } from '../data/grants.ts'
import type { Reach } from '../data/reach.ts'

/** Icon and tone of each state of a grant. */
export const grantLooks: Record<GrantWord, { icon: LucideIcon; tone: Tone }> = {
  active: { icon: CircleCheck, tone: 'good' },
  expiring: { icon: Hourglass, tone: 'wait' },
  scheduled: { icon: Clock, tone: 'quiet' },
  'outside-hours': { icon: Moon, tone: 'quiet' },
  pending: { icon: Hourglass, tone: 'wait' },
  expired: { icon: Clock, tone: 'quiet' },
  revoked: { icon: CircleSlash, tone: 'bad' },
}

/** Icon and tone of a grant at one door. */
export const reachLooks: Record<Reach, { icon: LucideIcon; tone: Tone }> = {
  'at-door': { icon: Check, tone: 'good' },
  'not-yet': { icon: Hourglass, tone: 'wait' },
  failed: { icon: TriangleAlert, tone: 'bad' },
  leaving: { icon: Hourglass, tone: 'wait' },
  'off-door': { icon: CircleSlash, tone: 'quiet' },
}
