import { useDeferredValue } from 'react'
import { useDesk } from './useConsole.ts'

/** What is searched for, a moment behind what is typed: typing stays quick however many rows there are. */
export function useQuery(): string {
  return useDeferredValue(useDesk((state) => state.query))
}
