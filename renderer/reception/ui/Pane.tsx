import { createContext, type ReactNode, type RefObject, use, useEffect, useRef } from 'react'
import './pane.css'
import { anchorScroll } from './scroll-anchoring.ts'

const PaneContext = createContext<RefObject<HTMLDivElement | null> | null>(null)

/** The scrolling element around a section. */
export function usePane(): RefObject<HTMLDivElement | null> {
  const pane = use(PaneContext)
  if (!pane) throw new Error('no pane around this component')
  return pane
}

/** A column of the console: scrolls by itself, and does not move the row under the pointer. */
export function Pane({ area, children }: { area: string; children: ReactNode }) {
  const pane = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!pane.current || !content.current) return
    return anchorScroll(pane.current, content.current)
  }, [])

  return (
    <PaneContext value={pane}>
      <div ref={pane} className={`pane pane--${area}`}>
        <div ref={content}>{children}</div>
      </div>
    </PaneContext>
  )
}
