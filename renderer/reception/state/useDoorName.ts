import { useCallback } from 'react'
import { useRows } from './useConsole.ts'

/** A door's name by its id; the id where the door is gone. */
export function useDoorName(): (id: string) => string {
  const doors = useRows('door')
  return useCallback((id) => doors.find((door) => door.id === id)?.name ?? id, [doors])
}
