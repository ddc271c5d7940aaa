import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import './give-back.css'
import { useErrorText, usePhone } from '../phone.ts'
import type { Entry } from './facts.ts'

/** Gives a reservation or a place at an event back, after a second tap. */
export function GiveBack({ entry, name }: { entry: Entry; name: string }) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const text = useErrorText()(error)

  const giveBack = async (): Promise<void> => {
    setBusy(true)
    const result =
      entry.kind === 'event'
        ? await ask('event.leave', { place: entry.id })
        : await ask('item.cancel', { reservation: entry.id })
    setBusy(false)
    setError(result.ok ? null : result.error)
    setAsked(false)
  }
  return (
    <div className="give-back">
      {text && <FieldError text={text} />}
      {asked ? (
        <>
          <p role="status">{t('bookings.ask', { name })}</p>
          <Button
            wide
            kind="danger"
            icon={Undo2}
            label={t('bookings.giveBack')}
            busy={busy}
            disabled={busy}
            onClick={() => void giveBack()}
          />
          <Button wide label={t('bookings.keep')} onClick={() => setAsked(false)} />
        </>
      ) : (
        <Button
          kind="plain"
          icon={Undo2}
          label={t('bookings.giveBackThis', { name })}
          onClick={() => setAsked(true)}
        />
      )}
    </div>
  )
}
