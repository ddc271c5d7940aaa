import { ChevronRight, MessageCircle, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { dayOf } from '../../i18n/format.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import { useHubNow, useLocale } from '../phone.ts'
import { Banner } from './Banner.tsx'
import { Bookings } from './Bookings.tsx'
import { initialsOf } from './facts.ts'
import { Orders } from './Orders.tsx'
import { PassCard } from './PassCard.tsx'
import { Plans } from './Plans.tsx'
import { usePhoto } from './photo/usePhoto.ts'
import { Today } from './Today.tsx'
import { useLogOut } from './useLogOut.ts'

/** The page that one has at hand: the pass first, then today, then everything else. */
export function Overview({ person, note }: { person: Person; note: ReactNode }) {
  const { t } = useTranslation('phone')
  const { zone } = useLocale()
  const { logOut, leaving } = useLogOut()
  const now = useHubNow()
  const { profile } = person
  const today = dayOf(now, zone)
  const answered = person.requests.filter(({ answer }) => answer !== null).length
  return (
    <main className="me">
      {note}
      <div className="me__head">
        <Avatar photo={usePhoto(profile.photo)} initials={initialsOf(profile.name)} />
        <h1 className="me__name">{profile.name || profile.email}</h1>
        <MoreMenu
          label={t('me.menu')}
          logOut={t('me.logOut')}
          leaving={leaving}
          onLogOut={() => void logOut()}
        />
      </div>
      <Banner person={person} />
      <PassCard />
      <Today person={person} today={today} now={now} />
      <Orders person={person} />
      <Bookings person={person} today={today} now={now} />
      <Plans person={person} today={today} />
      <nav className="ways" aria-label={t('me.more')}>
        <a className="way" href="#profile">
          <UserRound aria-hidden />
          <span className="way__label">{t('profile.title')}</span>
          <ChevronRight aria-hidden />
        </a>
        <a className="way" href="#questions">
          <MessageCircle aria-hidden />
          <span className="way__label">{t('questions.title')}</span>
          {answered > 0 && <span className="way__more">{t('questions.answered', { count: answered })}</span>}
          <ChevronRight aria-hidden />
        </a>
      </nav>
    </main>
  )
}
