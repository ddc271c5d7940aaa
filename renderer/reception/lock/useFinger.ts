import { useEffect, useState } from 'react'

/** Whether somebody works this console with a finger: a touch screen, or a touch that was seen. */
export function useFinger(): boolean {
  const [finger, setFinger] = useState(() => matchMedia('(pointer: coarse)').matches)
  useEffect(() => {
    const look = ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'mouse') setFinger(true)
    }
    window.addEventListener('pointerdown', look, { passive: true, capture: true })
    return () => window.removeEventListener('pointerdown', look, { capture: true })
  }, [])
  return finger
}
