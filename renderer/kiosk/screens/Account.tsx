import { useTranslation } from 'react-i18next'
import { BillingGroup } from '../account/BillingGroup.tsx'
import { FaceEditor } from '../account/FaceEditor.tsx'
import { OrdersGroup } from '../account/OrdersGroup.tsx'
import { PlansGroup } from '../account/PlansGroup.tsx'
import { ProfileForm } from '../account/ProfileForm.tsx'
import { QuestionsGroup } from '../account/QuestionsGroup.tsx'
import { UpcomingGroup } from '../account/UpcomingGroup.tsx'
import { AccountMenu } from '../parts/AccountMenu.tsx'
import type { ScreenOf } from './screen.ts'
import './account.css'

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
        <FaceEditor hasPhoto={profile.photo !== null} />
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
