import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { formatAge } from '../../../i18n/format.ts'
import { useMinute } from '../../../ui/clock.ts'
import { TextArea } from '../../../ui/Field.tsx'
import { useLocale, useSend } from '../../page.ts'
import { AvailabilityLine } from '../../parts/AvailabilityLine.tsx'
import { PlanBrings } from '../../parts/PlanBrings.tsx'
import { ItemPicture } from '../../parts/pictures/ItemPicture.tsx'
import { VisibleBadge } from '../../parts/VisibleBadge.tsx'
import { ActBar } from './ActBar.tsx'
import { Comments } from './Comments.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { Quantity } from './Quantity.tsx'
import { Starts } from './Starts.tsx'
import { Times } from './Times.tsx'
import { useActWords } from './useActWords.ts'
import { usePickedTime } from './usePickedTime.ts'
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

/** What was typed, kept by the core while the person says who they are, and gone once it has been sent. */
function useText({ text, sent }: ItemScreen): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    if (sent) setTyped('')
  }, [sent])
  return [typed, setTyped]
}

function PostedAt({ at }: { at: number | null }) {
  const { language } = useLocale()
  const now = useMinute()
  if (at === null) return null
  return <p className="item__posted">{formatAge(Math.min(at, now), now, language)}</p>
}

interface WritingProps {
  screen: ItemScreen
  text: string
  onText: (text: string) => void
}

/** A question or a comment. */
function Writing({ screen: { offered, item }, text, onText }: WritingProps) {
  const { t } = useTranslation('offers')
  const asks = offered === 'ask'
  return (
    <TextArea
      label={t(asks ? 'item.askLabel' : 'item.commentLabel')}
      hint={asks ? t('item.askHint') : undefined}
      placeholder={item.kind === 'office' ? t('item.askOffice') : undefined}
      rows={4}
      maxLength={2000}
      data-keyboard="text"
      className="item__writing"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
