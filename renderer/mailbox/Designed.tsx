import { createElement, type ReactNode, useMemo } from 'react'
import { disarm, type Piece, readDesigned } from './designed.ts'

/** A mail as its sender designed it. Styles are set one by one, as the page's policy allows no style in markup. */
export function Designed({ html }: { html: string }) {
  const pieces = useMemo(
    () => readDesigned(new DOMParser().parseFromString(disarm(html), 'text/html').body),
    [html],
  )
  return <div className="reading__designed">{pieces.map(draw)}</div>
}

function draw(piece: Piece, key: number): ReactNode {
  if (typeof piece === 'string') return piece
  const { tag, style, width, children } = piece
  const content = children.length > 0 ? children.map(draw) : undefined
  return createElement(tag, { key, style, width }, content)
}
