import { useTranslation } from 'react-i18next'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { useSend } from '../../page.ts'
import '../../parts/more-menu.css'

export function AccountMenu() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <MoreMenu label={t('account.more')} logOut={t('account.logOut')} onLogOut={() => send('logOut', {})} />
  )
}
