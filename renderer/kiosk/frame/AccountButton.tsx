import { useTranslation } from 'react-i18next'
import { useSend, useView } from '../page.ts'
import { Face } from '../parts/Face.tsx'

/** The person's photo, else their initials, else a person icon (R10.3). */
export function AccountButton() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const person = useView((view) => view.shell.person)
  const paired = useView((view) => view.shell.location !== null)
  if (!paired) return null
  return (
    <button
      type="button"
      className={person ? 'account-button account-button--known' : 'account-button'}
      aria-label={t('account.open')}
      onClick={() => send('start', { purpose: 'account' })}
    >
      <Face />
    </button>
  )
}
