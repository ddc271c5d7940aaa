import { MessageCircleQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '../../../../shared/contract/person.ts'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { type ScreenOf, useSend } from '../../page.ts'
import { BillingGroup } from './BillingGroup.tsx'
import { Group } from './Group.tsx'
import { GroupRow } from './GroupRow.tsx'
import { OrdersGroup } from './OrdersGroup.tsx'
import { PhotoEditor } from './PhotoEditor.tsx'
import { PlansGroup } from './PlansGroup.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { UpcomingGroup } from './UpcomingGroup.tsx'
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

function AccountMenu() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <MoreMenu label={t('account.more')} logOut={t('account.logOut')} onLogOut={() => send('logOut', {})} />
  )
}

/** What somebody asked, and what reception answered. */
function QuestionsGroup({ requests }: { requests: readonly SupportRequest[] }) {
  const { t } = useTranslation('kiosk')
  if (requests.length === 0) return null
  return (
    <Group icon={MessageCircleQuestionMark} title={t('account.questions')} items={requests}>
      {({ id, about, text, answer }) => (
        <GroupRow key={id} name={text} detail={answer ? about : `${about} · ${t('account.unanswered')}`}>
          {answer && (
            <p className="group-row__answer">
              <strong>{t('account.answer', { name: answer.by })}</strong>
              {answer.text}
            </p>
          )}
        </GroupRow>
      )}
    </Group>
  )
}
