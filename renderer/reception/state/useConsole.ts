import { createContext, use, useCallback, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import type { LocalDate, Zone } from '../../../shared/domain/ids.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import type { Console, ConsoleState } from './console.ts'

export const ConsoleContext = createContext<Console | null>(null)

/** The console's store and actions. What a component shows comes from `useConsole`, which draws it again. */
export function useConsoleHandle(): Console {
  const console = use(ConsoleContext)
  if (!console) throw new Error('no ConsoleContext around this component')
  return console
}

/** A part of the console's state, again when it changes. */
export function useConsole<T>(select: (state: ConsoleState) => T): T {
  return useStore(useConsoleHandle().store, select)
}

/** The rows of one kind; none while the console is locked. */
export function useRows<K extends keyof ReceptionData>(kind: K): ReceptionData[K] {
  return useConsole((state) => state.view?.data?.[kind] ?? (none as ReceptionData[K]))
}

const none: never[] = []

/** The location's zone, in which everything is said (R5.7); UTC until it is known. */
export function useZone(): Zone {
  return useConsole(zoneOf)
}

/** The day that it is at the location (R5.7). */
export function useToday(): LocalDate {
  return useConsole((state) => localDateOf(state.now, zoneOf(state)))
}

function zoneOf({ view }: ConsoleState): Zone {
  return view?.location?.zone ?? 'UTC'
}

/** What is searched for, a moment behind what is typed: typing stays quick however many rows there are. */
export function useQuery(): string {
  return useDeferredValue(useConsole((state) => state.query))
}

/** A door's name by its id; the id where the door is gone. */
export function useDoorName(): (id: string) => string {
  const doors = useRows('door')
  return useCallback((id) => doors.find((door) => door.id === id)?.name ?? id, [doors])
}
