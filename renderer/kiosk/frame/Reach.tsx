import { useOwn } from '../page.ts'
import { Illustration } from '../parts/Illustration.tsx'
import './reach.css'

/** What fills the upper part while everything stands lower: nothing that has to be reached or read. */
export function Reach() {
  const reachabilityMode = useOwn((own) => own.reachabilityMode)
  return (
    <div className="reach" aria-hidden>
      {reachabilityMode && <Illustration />}
    </div>
  )
}
