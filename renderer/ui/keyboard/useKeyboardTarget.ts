import { useCallback, useEffect, useState } from 'react'
import type { Layout } from './layouts.ts'
import { layoutOf, type TextTarget } from './target.ts'

export interface KeyboardTarget {
  target: TextTarget
  layout: Layout
}

/**
 * The field that the keyboard types into: the last one that had the focus and is still there. It stays when the focus
 * goes to a button, so that nothing jumps under the finger; the hide key puts it away until a field is touched again.
 * `place` changes with every screen: then the keyboard goes unless the new screen focuses a field of its own.
 */
export function useKeyboardTarget(place: string): { open: KeyboardTarget | null; hide: () => void } {
  const [open, setOpen] = useState<KeyboardTarget | null>(null)

  useEffect(() => {
    const show = (event: Event): void => {
      const layout = layoutOf(event.target)
      // The keyboard moves the fields: a finger may go up over another one than it came down on.
      if (layout && event.target === document.activeElement)
        setOpen({ target: event.target as TextTarget, layout })
    }
    // A field may have taken the focus before this effect ran.
    const layout = layoutOf(document.activeElement)
    setOpen(layout ? { target: document.activeElement as TextTarget, layout } : null)
    document.addEventListener('focusin', show)
    document.addEventListener('pointerup', show)
    return () => {
      document.removeEventListener('focusin', show)
      document.removeEventListener('pointerup', show)
    }
  }, [place])

  // Nothing can be typed any more, say because the code is locked.
  useEffect(() => {
    if (!open) return
    const { target } = open
    const observer = new MutationObserver(() => target.disabled && setOpen(null))
    observer.observe(target, { attributeFilter: ['disabled'] })
    return () => observer.disconnect()
  }, [open])

  const hide = useCallback(() => setOpen(null), [])
  return { open, hide }
}
