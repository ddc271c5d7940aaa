import { now } from '../ui/clock.ts'
import type { Page } from './page.ts'

const everyMs = 1000

/**
 * Tells the core that somebody is there: any finger, any key, at most once a second, but at once while the screen asks
 * whether anybody is. Remembers where the finger was, so that what comes next can come from there.
 */
export function watchTouches(target: Document, page: Page): void {
  let last = 0
  const touch = (): void => {
    const at = now()
    const asked = page.store.getState().view?.shell.idle != null
    if (at - last < everyMs && !asked) return
    last = at
    page.send('touch', {})
  }
  target.addEventListener(
    'pointerdown',
    (event) => {
      target.documentElement.style.setProperty('--finger-x', `${event.clientX}px`)
      target.documentElement.style.setProperty('--finger-y', `${event.clientY}px`)
      touch()
    },
    { capture: true },
  )
  target.addEventListener('keydown', touch, { capture: true })
}
