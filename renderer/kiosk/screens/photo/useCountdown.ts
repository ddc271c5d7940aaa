import { useEffect, useEffectEvent, useState } from 'react'

const stepMs = 900

/** 3, 2, 1, and then what was waited for. Null = nobody has asked. */
export function useCountdown(done: () => void): { count: number | null; start: () => void } {
  const [count, setCount] = useState<number | null>(null)
  const end = useEffectEvent(done)
  useEffect(() => {
    if (count === null) return
    const timer = setTimeout(() => {
      if (count > 1) return setCount(count - 1)
      setCount(null)
      end()
    }, stepMs)
    return () => clearTimeout(timer)
  }, [count])
  return { count, start: () => setCount((now) => now ?? 3) }
}
