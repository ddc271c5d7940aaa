import { ArrowBigUp, ChevronDown, CornerDownLeft, Delete, type LucideIcon, Space } from 'lucide-react'
import { type CSSProperties, type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, capitalOf, type Key, type Page } from './layouts.ts'

const icons: Partial<Record<Action, LucideIcon>> = {
  shift: ArrowBigUp,
  erase: Delete,
  enter: CornerDownLeft,
  space: Space,
  hide: ChevronDown,
}

const repeat = { after: 420, every: 70 }

interface KeyCapProps {
  value: Key
  upper: boolean
  page: Page
  onPress: (key: Key) => void
}

/** One key. It acts when the finger comes down and never takes the focus from the field. */
export function KeyCap({ value, upper, page, onPress }: KeyCapProps) {
  const { t } = useTranslation('common')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const act = 'action' in value ? value.action : null
  const text = 'text' in value ? (upper ? capitalOf(value.text) : value.text) : ''
  const Icon = act ? icons[act] : undefined

  const stop = (): void => clearTimeout(timer.current)
  useEffect(() => stop, [])

  const press = (event: PointerEvent): void => {
    event.preventDefault()
    onPress(value)
    if (act !== 'erase') return
    const again = (): void => {
      onPress(value)
      timer.current = setTimeout(again, repeat.every)
    }
    timer.current = setTimeout(again, repeat.after)
  }

  return (
    <button
      type="button"
      tabIndex={-1}
      className={act ? `key key--action key--${act}` : 'key'}
      style={{ '--span': value.span ?? 2 } as CSSProperties}
      aria-label={act ? t(`keys.${act}`) : text}
      aria-pressed={act === 'shift' ? upper : undefined}
      onPointerDown={press}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onMouseDown={(event) => event.preventDefault()}
      // A click without a pointer comes from a screen reader or a switch.
      onClick={(event) => event.detail === 0 && onPress(value)}
    >
      {Icon ? (
        <Icon aria-hidden />
      ) : act === 'page' ? (
        t(page === 'letters' ? 'keys.toMore' : 'keys.toLetters')
      ) : (
        text
      )}
    </button>
  )
}
