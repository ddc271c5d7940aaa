import type { DeskRow } from '../../../../shared/contract/rows.ts'
import type { LocationSettings } from '../../store/places.ts'
import type { PlanSetting } from '../read/plans.ts'

/** What a place is like where the settings file does not say. */
export interface Defaults {
  location: Omit<LocationSettings, 'privacyPolicy' | 'termsVersion' | 'paysOnline'>
  desks: Omit<DeskRow, 'id'>[]
  plans: PlanSetting[]
  door: { id: string; name: string; pulse: number }
  /** Other locations of the network. */
  network: { id: string; name: string }[]
  /** Who works here at first; null = one person with a PIN that is made up. */
  staff: { id: string; name: string; pin: string }[] | null
  /** Offers are put by somebody else (the demo, as its events depend on today's date). */
  offersElsewhere: boolean
}

/** A place to begin with: 8 desks in two rows, open every day from 7:00 to 22:00. */
export function plainDefaults(): Defaults {
  const hours = { from: '07:00', until: '22:00' }
  return {
    location: {
      id: 'foyer',
      name: 'Foyer',
      zone: 'Etc/UTC',
      openingHours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
      dayEnd: '24:00',
      singleDay: { amount: 2500, currency: 'EUR' },
      languages: ['en', 'de', 'fr', 'es'],
      helpPhone: '',
      idleAskAfter: 45,
      idleForgetAfter: 15,
      asksBilling: false,
      tax: { name: '', percent: 0 },
      country: 'DE',
    },
    desks: Array.from({ length: 8 }, (_, n) => ({
      label: `${n + 1}`,
      area: '',
      bookable: true,
      x: 140 + (n % 4) * 240,
      y: n < 4 ? 200 : 500,
      features: [],
      visibility: 'public',
    })),
    plans: [],
    door: { id: 'front', name: 'Front door', pulse: 5 },
    network: [],
    staff: null,
    offersElsewhere: false,
  }
}
