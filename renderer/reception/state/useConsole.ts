import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import type { Desk, DeskState } from './console.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDeskHandle(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('no desk around this component')
  return desk
}

/** A part of the console's state, again when it changes. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  return useStore(useDeskHandle().store, select)
}

/** The rows of one kind; none while the console is locked. */
export function useRows<K extends keyof ReceptionData>(kind: K): ReceptionData[K] {
  return useDesk((state) => state.view?.data?.[kind] ?? (none as ReceptionData[K]))
}

const none: never[] = []
