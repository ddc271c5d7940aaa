import type { Migration } from '../../../lib/sqlite.ts'
import { initial } from './001-initial.ts'
import { onboarding } from './002-onboarding.ts'
import { locations } from './003-locations.ts'

/** In order; the place in the list is the schema's number. Add at the end, never edit one that was released. */
export const migrations: readonly Migration[] = [initial, onboarding, locations]
