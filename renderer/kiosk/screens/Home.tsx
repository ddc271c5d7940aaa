import { CalendarPlus, DoorOpen, LayoutGrid, QrCode as QrSign, UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSend, useView } from '../page.ts'
import { Choice } from '../parts/Choice.tsx'
import { Handoff } from '../parts/Handoff.tsx'
import { OpenToday } from '../parts/OpenToday.tsx'
import { ProfileBanner } from '../parts/ProfileBanner.tsx'
import { RoomPicture } from '../plan/RoomPicture.tsx'
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
        <Choice
          main
          icon={DoorOpen}
          label={t('home.checkIn')}
          detail={t('home.checkInDetail')}
          onClick={() => send('start', { purpose: 'check-in' })}
        />
      </div>
      <div className="home__choices">
        <Choice
          icon={CalendarPlus}
          label={t('home.book')}
          detail={t('home.bookDetail')}
          onClick={() => send('start', { purpose: 'book' })}
        />
        <Choice
          icon={LayoutGrid}
          label={t('home.browse')}
          detail={t('home.browseDetail')}
          onClick={() => send('browse', { kind: null })}
        />
        <Choice
          icon={UserRoundPlus}
          label={t('home.signUp')}
          detail={t('home.signUpDetail')}
          onClick={() => send('start', { purpose: 'sign-up' })}
        />
        <Choice
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
