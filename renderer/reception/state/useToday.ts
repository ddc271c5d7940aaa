import type { LocalDate } from '../../../shared/domain/ids.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import { useDesk } from './useConsole.ts'

/** The day that it is at the location (R5.7). */
export function useToday(): LocalDate {
  return useDesk((state) => localDateOf(state.now, state.view?.location?.zone ?? 'UTC'))
}
