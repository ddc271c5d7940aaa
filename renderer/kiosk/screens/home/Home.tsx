import { CalendarPlus, DoorOpen, LayoutGrid, QrCode as QrSign, UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Weekday } from '../../../../shared/domain/facts.ts'
import { useSend, useView } from '../../page.ts'
import { QrCode } from '../../parts/QrCode.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
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

/** The way to one's own phone and its keyboard (R7.4). */
function Handoff({ url }: { url: string }) {
  const { t } = useTranslation('kiosk')
  return (
    <figure className="handoff">
      <QrCode text={url} label={t('home.handoff')} />
      <figcaption className="handoff__words">
        <span className="handoff__title">{t('home.handoff')}</span>
        <span className="handoff__text">{t('home.handoffText')}</span>
      </figcaption>
    </figure>
  )
}

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Today's opening hours, as the location has them. */
function OpenToday() {
  const { t } = useTranslation('kiosk')
  const { t: tCommon } = useTranslation('common')
  const today = useView((view) => view.catalogue.today)
  const hours = useView((view) => view.shell.location?.openingHours)
  if (!hours) return null
  const weekday = weekdays[new Date(`${today}T12:00:00Z`).getUTCDay()]
  const open = weekday && hours[weekday]
  if (!open) return <span>{t('home.closed')}</span>
  if (open.from === '00:00' && open.until === '24:00') return <span>{t('home.openAllDay')}</span>
  const until = open.until === '24:00' ? tCommon('midnight') : open.until
  return <span>{t('home.open', { from: open.from, until })}</span>
}
