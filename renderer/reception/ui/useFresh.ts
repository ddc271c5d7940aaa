import { useState } from 'react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { now } from '../../ui/clock.ts'

const freshFor = 5000

/** Whether a row speaks of something that just happened as it appears: then it slides in, else it simply stands there. */
export function useFresh(at: Instant): boolean {
  const [fresh] = useState(() => now() - at < freshFor)
  return fresh
}
