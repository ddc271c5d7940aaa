import { useEffect } from 'react'
import { now } from '../../ui/clock.ts'
import { useDeskHandle } from '../state/useConsole.ts'

const atMostEvery = 1000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells the core that somebody is here, at most once a second, so that the console does not lock itself (R8.5). */
export function useTouch(): void {
  const { request } = useDeskHandle()
  useEffect(() => {
    let last = 0
    const touch = (): void => {
      if (now() - last < atMostEvery) return
      last = now()
      void request('touch', {})
    }
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [request])
}
