import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { formatAge } from '../../../i18n/format.ts'
import { useMinute } from '../../../ui/clock.ts'
import { useLocale, useSend, useView } from '../../page.ts'
import { AvailabilityLine } from '../../parts/AvailabilityLine.tsx'
import { DateStrip } from '../../parts/DateStrip.tsx'
import { PlanBrings } from '../../parts/PlanBrings.tsx'
import { ItemPicture } from '../../parts/pictures/ItemPicture.tsx'
import { VisibleBadge } from '../../parts/VisibleBadge.tsx'
import { ActBar } from './ActBar.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { Quantity } from './Quantity.tsx'
import { Times } from './Times.tsx'
import { useActWords } from './useActWords.ts'
import { usePickedTime } from './usePickedTime.ts'
import { useText, Writing } from './Writing.tsx'
import './item.css'

/** An item's own page: what it is, when it is free, what it costs, and the one thing that can be done (R1.1, R1.4). */
export function Item({ screen }: { screen: ItemScreen }) {
  const send = useSend()
  const now = useMinute()
  const { item, offered, times, starts, comments } = screen
  const [text, setText] = useText(screen)
  const { picked, pending, tap } = usePickedTime(screen)
  const words = useActWords()(screen, { picked, pending, text, now })
  const writes = offered === 'ask' || offered === 'comment'
  const act = (): void =>
    send('act', { price: writes || screen.included ? null : screen.price, text: writes ? text.trim() : '' })
  return (
    <div className="item" data-times={times !== null || undefined}>
      <div className="item__picture">
        <ItemPicture item={item} />
        <VisibleBadge item={item} />
      </div>
      <div className="item__about scrolls">
        <h1 className="screen__heading item__name">{item.name}</h1>
        <AvailabilityLine item={item} />
        <PostedAt at={item.at} />
        <ItemFacts item={item} />
        {item.description && <p className="item__text">{item.description}</p>}
        {item.plan && <PlanBrings plan={item.plan} />}
      </div>
      <div className="item__body scrolls">
        {times && <Times times={times} byDay={item.bookable?.by === 'day'} picked={picked} onTap={tap} />}
        {starts && <Starts starts={starts} />}
        {offered === 'order' && item.stock !== 0 && (
          <Quantity quantity={screen.quantity} stock={item.stock} />
        )}
        {comments && <Comments comments={comments} />}
      </div>
      <div className="item__act">
        {writes && <Writing screen={screen} text={text} onText={setText} />}
        <ActBar screen={screen} words={words} onAct={act} />
      </div>
    </div>
  )
}

function PostedAt({ at }: { at: number | null }) {
  const { language } = useLocale()
  const now = useMinute()
  if (at === null) return null
  return <p className="item__posted">{formatAge(Math.min(at, now), now, language)}</p>
}

/** What others have said about a post, oldest first. */
function Comments({ comments }: { comments: NonNullable<ItemScreen['comments']> }) {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const now = useMinute()
  return (
    <section className="comments">
      <h2 className="comments__title">{t('item.comments')}</h2>
      {comments.length === 0 && <p className="comments__none">{t('item.noComments')}</p>}
      <ul className="comments__list">
        {comments.map(({ id, by, at, text }) => (
          <li key={id} className="comment">
            <p className="comment__by">
              <strong>{by}</strong> <span>{formatAge(Math.min(at, now), now, language)}</span>
            </p>
            <p className="comment__text">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** From which day on a plan is to run (R4.3). */
function Starts({ starts: { days, date } }: { starts: NonNullable<ItemScreen['starts']> }) {
  const { t } = useTranslation('offers')
  const send = useSend()
  const today = useView((view) => view.catalogue.today)
  return (
    <section className="starts">
      <h2 className="starts__title">{t('item.starts')}</h2>
      <DateStrip
        days={days}
        date={date}
        today={today}
        label={t('item.starts')}
        onPick={(day) => send('pickDate', { date: day })}
      />
    </section>
  )
}
