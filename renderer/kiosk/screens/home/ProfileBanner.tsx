import { ArrowRight, UserRound, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { useSend } from '../../page.ts'
import './profile-banner.css'

/** What is still missing of a profile, until it is there or nobody wants to hear of it again (R3.4). */
export function ProfileBanner() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <section className="profile-banner" aria-label={t('account.profile')}>
      <UserRound className="profile-banner__sign" aria-hidden />
      <Button
        kind="plain"
        className="profile-banner__go"
        label={t('home.banner')}
        detail={t('home.bannerText')}
        onClick={() => send('start', { purpose: 'account' })}
      />
      <ArrowRight className="profile-banner__sign" aria-hidden />
      <button
        type="button"
        className="profile-banner__dismiss"
        aria-label={t('home.bannerDismiss')}
        title={t('home.bannerDismiss')}
        onClick={() => send('dismissBanner', {})}
      >
        <X aria-hidden />
      </button>
    </section>
  )
}
