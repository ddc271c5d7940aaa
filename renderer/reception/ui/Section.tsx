import { type ReactNode, useId } from 'react'
import './section.css'

interface Props {
  title: string
  /** Beside the heading and no part of its name: how many there are. */
  count?: string
  children: ReactNode
}

/** A headed part of a pane; the heading stays in view while its rows scroll. */
export function Section({ title, count, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>{title}</h2>
        {count && <span className="section__count">{count}</span>}
      </div>
      {children}
    </section>
  )
}
