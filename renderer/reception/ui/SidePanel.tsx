import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Pane } from './Pane.tsx'
import './panel.css'
import { useEscape, useFocusFirst, useReturnFocus } from './focus.ts'

/** The frame of a side panel: takes the focus, and gives it back when Escape or its button closes it. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useWords()
  const { showPanel } = useConsoleHandle()
  const id = useId()
  useReturnFocus()
  const place = useFocusFirst<HTMLElement>()
  const close = (): void => showPanel(null)
  useEscape(place, close)

  return (
    <Pane area="panel">
      <section ref={place} className="panel" aria-labelledby={id}>
        <div className="panel__head">
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            className="panel__close"
            aria-label={t('person.close', { name: title })}
            onClick={close}
          >
            <X aria-hidden />
          </button>
        </div>
        <div className="panel__body">{children}</div>
      </section>
    </Pane>
  )
}
