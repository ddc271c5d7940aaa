import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSend, useView } from '../page.ts'

/** The person's initials, or a person while there is nobody or no name yet (R10.3). */
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
      {person?.initials ? <span aria-hidden>{person.initials}</span> : <UserRound aria-hidden />}
    </button>
  )
}
