import place from '../../../resources/demo/place.json' with { type: 'json' }
import type { Language } from '../../../shared/contract/basics.ts'
import type { Defaults } from '../settings/apply/defaults.ts'
import { demoPeople } from './data.ts'
import { demoPlans } from './plans.ts'

/** Foyer Lindenhof: open around the clock, as demos happen at night. */
export function demoDefaults(): Defaults {
  const { desks, door, network, languages, ...location } = place
  return {
    location: { ...location, languages: languages as Language[] },
    desks: desks.map(({ bookable = true, ...desk }) => ({
      ...desk,
      bookable,
      visibility: 'public' as const,
    })),
    plans: demoPlans(place.singleDay.currency),
    door,
    network,
    staff: demoPeople.staff,
    offersElsewhere: true,
  }
}
