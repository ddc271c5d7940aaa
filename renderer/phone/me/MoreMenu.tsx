import { Ellipsis, LogOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './more-menu.css'
import { useLogOut } from './useLogOut.ts'

/** The "…" menu at the top right: where one logs out (R10.3). */
export function MoreMenu() {
  const { t } = useTranslation('phone')
  const { logOut, leaving } = useLogOut()
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
        aria-label={t('me.menu')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden />
      </button>
      {open && (
        <div
          id={id}
          className="more-menu__list"
          role="menu"
          tabIndex={-1}
          aria-label={t('me.menu')}
          onKeyDown={key}
        >
          <button
            ref={item}
            type="button"
            role="menuitem"
            className="more-menu__item"
            disabled={leaving}
            onClick={() => void logOut()}
          >
            <LogOut aria-hidden />
            {t('me.logOut')}
          </button>
        </div>
      )}
    </div>
  )
}
