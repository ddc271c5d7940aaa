/**
 * Scroll anchoring: keeps the row under the pointer where it is while rows come and go around it. The pane scrolls along,
 * with room made at its end where it is too short for that; when the pointer leaves, the room closes and new rows slide
 * into view. CSS `overflow-anchor` knows nothing of the pointer. Returns how to stop.
 */
export function anchorScroll(pane: HTMLElement, content: HTMLElement): () => void {
  const room = pane.ownerDocument.createElement('div')
  pane.append(room)
  let pointed: Element | null = null
  let anchor: Element | null = null
  let anchorTop = 0
  /** How far the pane was scrolled on its own: taken back when the pointer leaves. */
  let shifted = 0
  /** On its way back: to hold a row still now would stop it half-way. */
  let returning = false

  const topOf = (element: Element): number =>
    element.getBoundingClientRect().top - pane.getBoundingClientRect().top
  const rowOf = (element: Element | null): Element | null => {
    const row = element?.closest('[data-row]') ?? null
    return row && content.contains(row) ? row : null
  }
  const focused = (): Element | null => {
    const { activeElement } = pane.ownerDocument
    return activeElement?.matches(':focus-visible') ? rowOf(activeElement) : null
  }
  /** Somebody who scrolled down reads there: the first row in view holds. At the top, new rows push. */
  const firstInView = (): Element | null => {
    if (pane.scrollTop < 8) return null
    return [...content.querySelectorAll('[data-row]')].find((row) => topOf(row) >= 0) ?? null
  }

  const choose = (): void => {
    anchor = pointed ?? focused() ?? firstInView()
    anchorTop = anchor ? topOf(anchor) : 0
  }
  const settle = (): void => {
    if (returning) return
    if (!anchor?.isConnected) return choose()
    const moved = topOf(anchor) - anchorTop
    if (Math.abs(moved) < 1) return
    const wanted = pane.scrollTop + moved
    const missing = wanted + pane.clientHeight - content.offsetHeight
    room.style.height = `${Math.max(0, Math.ceil(missing))}px`
    pane.scrollTop = wanted
    shifted += moved
  }
  const point = (event: PointerEvent): void => {
    pointed = rowOf(event.target as Element)
    choose()
  }
  const leave = (): void => {
    pointed = null
    anchor = null
    const back = Math.min(shifted, pane.scrollTop)
    shifted = 0
    returning = back > 0
    if (returning) pane.scrollTo({ top: pane.scrollTop - back, behavior: 'smooth' })
    else closeRoom()
  }
  const closeRoom = (): void => {
    returning = false
    if (!pane.matches(':hover')) room.style.height = '0'
    choose()
  }

  const size = new ResizeObserver(settle)
  const rows = new MutationObserver(settle)
  size.observe(content)
  rows.observe(content, { childList: true, subtree: true })
  const userScroll = (): void => {
    shifted = 0
  }
  pane.addEventListener('pointerover', point)
  pane.addEventListener('pointerleave', leave)
  pane.addEventListener('focusin', choose)
  pane.addEventListener('scroll', choose, { passive: true })
  pane.addEventListener('scrollend', closeRoom)
  pane.addEventListener('wheel', userScroll, { passive: true })

  return () => {
    size.disconnect()
    rows.disconnect()
    pane.removeEventListener('pointerover', point)
    pane.removeEventListener('pointerleave', leave)
    pane.removeEventListener('focusin', choose)
    pane.removeEventListener('scroll', choose)
    pane.removeEventListener('scrollend', closeRoom)
    pane.removeEventListener('wheel', userScroll)
    room.remove()
  }
}
