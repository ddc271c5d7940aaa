import { CalendarPlus, DoorOpen, LayoutGrid, QrCode as QrSign, UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSend, useView } from '../../page.ts'
import { ChoiceCard } from './ChoiceCard.tsx'
import { Handoff } from './Handoff.tsx'
import { OpenToday } from './OpenToday.tsx'
import { ProfileBanner } from './ProfileBanner.tsx'
import { RoomPicture } from './RoomPicture.tsx'
import './home.css'

/** The first question: what brings you here. */
export function Home() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const place = useView((view) => view.shell.location?.name)
  const free = useView((view) => view.catalogue.freeToday)
  const handoff = useView((view) => view.shell.handoff)
  const banner = useView((view) => view.shell.banner)
  return (
    <div className="home" data-handoff={handoff !== null || undefined}>
      {banner && <ProfileBanner />}
      <div className="home__picture">
        <RoomPicture />
      </div>
      <div className="home__words">
        <Greeting />
        <h1 className="home__heading">{place ?? t('product')}</h1>
        <p className="screen__lead home__lead">
          <strong className="home__free">{t('home.free', { count: free })}</strong>
          <OpenToday />
        </p>
      </div>
      <div className="home__main">
        <ChoiceCard
          main
          icon={DoorOpen}
          label={t('home.checkIn')}
          detail={t('home.checkInDetail')}
          onClick={() => send('start', { purpose: 'check-in' })}
        />
      </div>
      <div className="home__choices">
        <ChoiceCard
          icon={CalendarPlus}
          label={t('home.book')}
          detail={t('home.bookDetail')}
          onClick={() => send('start', { purpose: 'book' })}
        />
        <ChoiceCard
          icon={LayoutGrid}
          label={t('home.browse')}
          detail={t('home.browseDetail')}
          onClick={() => send('browse', { kind: null })}
        />
        <ChoiceCard
          icon={UserRoundPlus}
          label={t('home.signUp')}
          detail={t('home.signUpDetail')}
          onClick={() => send('start', { purpose: 'sign-up' })}
        />
        <ChoiceCard
          icon={QrSign}
          label={t('home.scan')}
          detail={t('home.scanDetail')}
          onClick={() => send('scan', {})}
        />
      </div>
      {handoff && <Handoff url={handoff} />}
    </div>
  )
}

/** Somebody is signed in: by name, and with a way out for whoever comes next. */
function Greeting() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const person = useView((view) => view.shell.person)
  if (!person) return null
  const name = person.firstName
  return (
    <p className="home__greeting">
      <span>{name ? t('home.hello', { name }) : t('home.helloNobody')}</span>
      <button type="button" className="home__not" onClick={() => send('logOut', {})}>
        {name ? t('home.not', { name }) : t('home.notNobody')}
      </button>
    </p>
  )
}
