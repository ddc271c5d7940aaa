import { useOwn } from '../page.ts'
import { Scene } from '../parts/Scene.tsx'
import './reach.css'

/** What fills the upper part while everything stands lower: nothing that has to be reached or read. */
export function Reach() {
  const lowered = useOwn((own) => own.lowered)
  return (
    <div className="reach" aria-hidden>
      {lowered && <Scene />}
    </div>
  )
}
