import { LoaderCircle, ScanLine } from 'lucide-react'
import { type RefObject, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../../ui/clock.ts'
import { FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { createReader } from './reader.ts'
import './scan.css'

/** A scanner types what it reads and ends with Enter (R7.3). The field is there for it, and for nobody's eyes. */
export function Scan({ screen }: { screen: ScreenOf<'scan'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [typed, setTyped] = useState('')
  const [read] = useState(createReader)
  const field = useTypedAnywhere()
  const error = useErrorText()(screen.error)
  const waiting = useView((view) => view.shell.waiting === 'pass')
  const Icon = waiting ? LoaderCircle : ScanLine
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const text = read(typed, now())
    setTyped('')
    if (text !== null) send('presentPass', { text })
  }
  return (
    <form className="scan" onSubmit={submit}>
      <div className="scan__words">
        <h1 className="screen__heading">{t('scan.title')}</h1>
        <p className="screen__lead">{t('scan.text')}</p>
      </div>
      <div className="scan__picture">
        <ScanDrawing />
      </div>
      <input
        ref={field}
        className="scan__field"
        type="text"
        aria-label={t('scan.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="scan__answer" role="status">
        {error && !waiting ? (
          <FieldError text={error} />
        ) : (
          <p className={waiting ? 'scan__ready scan__ready--busy' : 'scan__ready'}>
            <Icon aria-hidden />
            {t(waiting ? 'waiting.pass' : 'scan.ready')}
          </p>
        )}
      </div>
    </form>
  )
}

/**
 * A field that gets whatever is typed on the screen, wherever the focus is: at first, and with every character from then on. Keys
 * that press buttons stay with the buttons.
 */
function useTypedAnywhere(): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    ref.current?.focus()
    const typed = (event: KeyboardEvent): void => {
      const field = ref.current
      const types =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
      // Before the key takes effect, so that it is typed into the field.
      if (field && types && document.activeElement !== field) field.focus()
    }
    document.addEventListener('keydown', typed, { capture: true })
    return () => document.removeEventListener('keydown', typed, { capture: true })
  }, [])
  return ref
}

/** A phone with a code on it, held under a scanner. Decoration: what to do stands above. */
function ScanDrawing() {
  return (
    <svg className="scan-drawing" viewBox="0 0 640 520" aria-hidden>
      <rect className="scan-drawing__back" width="640" height="520" rx="32" />
      <path className="scan-drawing__ray" d="M320 112L140 452H500Z" />
      <rect className="scan-drawing__head" x="224" y="26" width="192" height="72" rx="24" />
      <rect className="scan-drawing__glass" x="256" y="88" width="128" height="18" rx="9" />
      <g transform="translate(0 -8)">
        <rect className="scan-drawing__case" x="232" y="222" width="176" height="272" rx="28" />
        <rect className="scan-drawing__screen" x="244" y="238" width="152" height="240" rx="18" />
        <g className="scan-drawing__code">
          <path d="M262 262h44v44h-44ZM334 262h44v44h-44ZM262 334h44v44h-44Z" />
          <path d="M318 262h8v16h-8ZM318 290h8v22h-8ZM334 318h14v14h-14ZM362 318h16v10h-16ZM318 330h10v24h-10ZM340 346h22v10h-22ZM366 340h12v24h-12ZM318 364h16v14h-16ZM346 366h12v12h-12Z" />
        </g>
        <path className="scan-drawing__hole" d="M272 272h24v24h-24ZM344 272h24v24h-24ZM272 344h24v24h-24Z" />
        <path className="scan-drawing__code" d="M278 278h12v12h-12ZM350 278h12v12h-12ZM278 350h12v12h-12Z" />
        <rect className="scan-drawing__line" x="262" y="398" width="116" height="12" rx="6" />
        <rect className="scan-drawing__line" x="262" y="422" width="76" height="12" rx="6" />
      </g>
      <rect className="scan-drawing__beam" x="196" y="316" width="248" height="6" rx="3" />
    </svg>
  )
}
