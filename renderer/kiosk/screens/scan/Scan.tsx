import { LoaderCircle, ScanLine } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../../ui/clock.ts'
import { FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { createReader } from './reader.ts'
import { ScanDrawing } from './ScanDrawing.tsx'
import { useTypedAnywhere } from './useTypedAnywhere.ts'
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
