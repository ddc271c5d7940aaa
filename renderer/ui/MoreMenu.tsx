import { Ellipsis, LogOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import './more-menu.css'

interface MoreMenuProps {
  /** The name of the button and of its menu. */
  label: string
  logOut: string
  /** It is under way. */
  leaving?: boolean
  onLogOut: () => void
}

/** The "…" menu at the top right: where one logs out (R10.3). */
export function MoreMenu({ label, logOut, leaving = false, onLogOut }: MoreMenuProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const item = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    item.current?.focus()
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="more-menu" ref={place}>
      <button
        ref={opener}
        type="button"
        className="more-menu__opener"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden />
      </button>
      {open && (
        <div id={id} className="more-menu__list" role="menu" tabIndex={-1} aria-label={label} onKeyDown={key}>
          <button
            ref={item}
            type="button"
            role="menuitem"
            className="more-menu__item"
            disabled={leaving}
            onClick={onLogOut}
          >
            <LogOut aria-hidden />
            {logOut}
          </button>
        </div>
      )}
    </div>
  )
}
