import {
  CalendarCheck,
  CircleCheck,
  type LucideIcon,
  MessageCircle,
  Send as SendIcon,
  ShoppingBag,
  Ticket,
  UserRoundPlus,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { formatPercent } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldError } from '../../../ui/Field.tsx'
import { useErrorText, useLocale, useView } from '../../page.ts'
import type { ActWords } from './useActWords.ts'
import './act-bar.css'

const icons: Record<NonNullable<ItemScreen['offered']>, LucideIcon> = {
  reserve: CalendarCheck,
  join: Ticket,
  order: ShoppingBag,
  subscribe: UserRoundPlus,
  ask: SendIcon,
  comment: MessageCircle,
}

interface ActBarProps {
  screen: ItemScreen
  words: ActWords | null
  onAct: () => void
}

/** The one thing that can be done, and what became of it. */
export function ActBar({ screen, words, onAct }: ActBarProps) {
  const { t } = useTranslation('offers')
  const error = useErrorText()(screen.error)
  const { offered, have, sent, item } = screen
  // With nothing to be done the reason stands where the button would be.
  const out = !offered && !have && item.stock === 0 ? t('item.soldOut') : null
  return (
    <div className="act-bar">
      <div className="act-bar__answer" aria-live="polite">
        {error && <FieldError text={error} />}
        {!error && sent && <Good text={t(offered === 'comment' ? 'item.sentComment' : 'item.sentAsk')} />}
        {!error && have && <Good text={t(item.kind === 'event' ? 'item.haveEvent' : 'item.havePlan')} />}
        {out && <p className="act-bar__out">{out}</p>}
      </div>
      {offered && words && (
        <Button
          kind="primary"
          wide
          className="act-bar__go"
          icon={icons[offered]}
          label={words.label}
          detail={words.detail}
          disabled={words.disabled}
          onClick={onAct}
        />
      )}
      {offered && words && !words.disabled && <TaxLine screen={screen} />}
    </div>
  )
}

function Good({ text }: { text: string }) {
  return (
    <p className="act-bar__good">
      <CircleCheck aria-hidden />
      {text}
    </p>
  )
}

/** Prices are with tax, and the button says them; what of it is tax stands below. */
function TaxLine({ screen: { offered, price, included } }: { screen: ItemScreen }) {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const tax = useView((view) => view.shell.location?.tax)
  const free = included || offered === 'ask' || offered === 'comment'
  if (free || !tax || tax.percent === 0 || !price || price.amount === 0) return null
  const percent = formatPercent(tax.percent, language)
  return <p className="act-bar__tax">{t('item.taxIncluded', { percent, name: tax.name })}</p>
}
