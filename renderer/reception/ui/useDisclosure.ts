import { useEffect, useId, useRef, useState } from 'react'

interface Disclosure {
  open: boolean
  /** The id for the button that opens it: the focus returns there. */
  triggerId: string
  start: () => void
  close: () => void
}

/** A form that opens in place of its button, and gives the focus back to it when it closes. */
export function useDisclosure(): Disclosure {
  const triggerId = useId()
  const [open, setOpen] = useState(false)
  const wasOpen = useRef(false)

  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) {
      document.getElementById(triggerId)?.focus({ preventScroll: true })
    }
    wasOpen.current = open
  }, [open, triggerId])

  return { open, triggerId, start: () => setOpen(true), close: () => setOpen(false) }
}
