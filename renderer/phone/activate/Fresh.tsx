import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { PrivacyPolicy } from '../../ui/PrivacyPolicy.tsx'
import { firstName } from '../me/facts.ts'
import { Question } from '../parts/Question.tsx'
import { useErrorText, useLocale, usePhone, usePlace } from '../phone.ts'

interface FreshProps {
  token: string
  name: string
  onDone: () => void
  /** The link was used or ran out in the meantime. */
  onOver: () => void
}

/** One button; it uses the link up and logs in (R4.2). */
export function Fresh({ token, name, onDone, onOver }: FreshProps) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const { name: place, privacyPolicy } = usePlace()
  const { language } = useLocale()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const text = useErrorText()(error)

  const activate = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    const used = await ask('activation.use', { token })
    setBusy(false)
    if (used.ok) return onDone()
    if (used.error.code.startsWith('activation-')) return onOver()
    setError(used.error)
  }
  const first = firstName(name)
  return (
    <Question
      title={first ? t('activate.title', { name: first, place }) : t('activate.titleUnnamed', { place })}
      text={t('activate.text')}
    >
      {text && <FieldError text={text} />}
      <Button
        kind="primary"
        wide
        icon={UserRoundCheck}
        label={t('activate.activate')}
        busy={busy}
        disabled={busy}
        onClick={() => void activate()}
      />
      <PrivacyPolicy texts={privacyPolicy} language={language} />
    </Question>
  )
}
