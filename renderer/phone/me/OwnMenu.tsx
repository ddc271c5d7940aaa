import { useTranslation } from 'react-i18next'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import './more-menu.css'
import { useLogOut } from './useLogOut.ts'

export function OwnMenu() {
  const { t } = useTranslation('phone')
  const { logOut, leaving } = useLogOut()
  return (
    <MoreMenu label={t('me.menu')} logOut={t('me.logOut')} leaving={leaving} onLogOut={() => void logOut()} />
  )
}
