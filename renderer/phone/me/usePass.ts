import { useEffect, useRef, useState } from 'react'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { useHubNow, usePhone } from '../phone.ts'
import { codeAt, type PassCode, runsOut } from './pass.ts'

const againMs = 5_000

export interface ShownPass {
  /** null = there is none that may be shown. */
  code: PassCode | null
  now: Instant
  /** Why there is none; null = it is on its way. */
  error: FoyerError | null
}

/** The rotating pass, fetched ahead of its time (R7.2). Kept in memory only: a reload asks again. */
export function usePass(): ShownPass {
  const { ask } = usePhone()
  const now = useHubNow()
  const [codes, setCodes] = useState<PassCode[]>([])
  const [error, setError] = useState<FoyerError | null>(null)
  const asking = useRef(false)
  const askAfter = useRef(0)
  const needed = runsOut(codes, now)

  useEffect(() => {
    if (!needed || asking.current || now < askAfter.current) return
    asking.current = true
    void ask('pass.rotate', {}, { patience: 0 }).then((result) => {
      asking.current = false
      askAfter.current = now + againMs
      setError(result.ok ? null : result.error)
      if (result.ok) setCodes(result.value.codes)
    })
  }, [ask, needed, now])

  return { code: codeAt(codes, now), now, error }
}
