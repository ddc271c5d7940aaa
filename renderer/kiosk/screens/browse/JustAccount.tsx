import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { useSend, useView } from '../../page.ts'

/** For those who want to be known here, and nothing more yet. */
export function JustAccount() {
  const { t } = useTranslation('offers')
  const send = useSend()
  const known = useView((view) => view.shell.person !== null)
  if (known) return null
  return (
    <Button
      kind="plain"
      icon={UserRound}
      label={t('plan.justAccount')}
      onClick={() => send('start', { purpose: 'account' })}
    />
  )
}
