import { useTranslation } from 'react-i18next'
import { AccountMenu } from './AccountMenu.tsx'
import { BillingGroup } from './BillingGroup.tsx'
import { OrdersGroup } from './OrdersGroup.tsx'
import { PhotoEditor } from './PhotoEditor.tsx'
import { PlansGroup } from './PlansGroup.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { QuestionsGroup } from './QuestionsGroup.tsx'
import { UpcomingGroup } from './UpcomingGroup.tsx'
import './account.css'
import type { ScreenOf } from '../../page.ts'

/** What the house knows of a person, to be read and put right by them. */
export function Account({ screen }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const { profile } = screen
  return (
    <div className="account">
      <div className="account__head">
        <div className="account__who">
          <h1 className="screen__heading">{t('account.title')}</h1>
          <p className="screen__lead account__email">
            {[profile.email, profile.company].filter(Boolean).join(' · ')}
          </p>
        </div>
        <PhotoEditor hasPhoto={profile.photo !== null} />
        <AccountMenu />
      </div>
      <div className="account__profile">
        <ProfileForm screen={screen} />
      </div>
      <div className="account__groups scrolls">
        <div className="account__columns">
          <UpcomingGroup screen={screen} />
          <PlansGroup screen={screen} />
          <OrdersGroup screen={screen} />
          <QuestionsGroup requests={screen.requests} />
          <BillingGroup billing={screen.billing} />
        </div>
      </div>
    </div>
  )
}
