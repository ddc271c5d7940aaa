import { useEffect, useState } from 'react'

const stepMs = 900

/** 3, 2, 1, and then what was waited for. Null = nobody has asked. */
export function useCountdown(done: () => void): { count: number | null; start: () => void } {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    if (count === null) return
    const timer = setTimeout(() => {
      if (count > 1) return setCount(count - 1)
      setCount(null)
      done()
    }, stepMs)
    return () => clearTimeout(timer)
    // `done` is whatever it is when the count ends.
  }, [count])
  return { count, start: () => setCount((now) => now ?? 3) }
}
