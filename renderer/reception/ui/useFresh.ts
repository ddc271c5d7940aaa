import { useState } from 'react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { now } from '../../ui/clock.ts'

/** Milliseconds. */
const freshFor = 5000

/** Whether a row is about the last 5 s as it appears: then it slides in. */
export function useFresh(at: Instant): boolean {
  const [fresh] = useState(() => now() - at < freshFor)
  return fresh
}
