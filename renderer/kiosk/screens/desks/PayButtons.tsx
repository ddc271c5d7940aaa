import { Banknote, Check, Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PayOptions } from '../../../../shared/contract/kiosk-view.ts'
import { formatMoney } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLocale, useSend } from '../../page.ts'
import './pay-buttons.css'

interface PayButtonsProps {
  pay: PayOptions
  /** The label of the picked desk; null = none yet. */
  desk: string | null
  moving: boolean
}

/** Which desk was picked, and what it costs on the button before it is tapped (R1.4). */
export function PayButtons({ pay, desk, moving }: PayButtonsProps) {
  const { t } = useTranslation('kiosk')
  return (
    <div className="pay-buttons">
      <p className="pay-buttons__desk" aria-live="polite">
        {desk === null ? t('desks.pickFirst') : t('desks.picked', { desk })}
      </p>
      {pay.included ? (
        <Included moving={moving} none={desk === null} />
      ) : (
        <Offers pay={pay} none={desk === null} />
      )}
    </div>
  )
}

function Included({ moving, none }: { moving: boolean; none: boolean }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <Button
      kind="primary"
      wide
      icon={Check}
      label={t('desks.included')}
      detail={t(moving ? 'desks.moveDetail' : 'desks.includedDetail')}
      disabled={none}
      onClick={() => send('book', { pay: 'included', price: null })}
    />
  )
}

function Offers({ pay: { pass, single }, none }: { pay: PayOptions; none: boolean }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const left = pass?.left ?? null
  return (
    <>
      {pass && (
        <Button
          kind={left === 0 ? 'quiet' : 'primary'}
          wide
          icon={Ticket}
          label={t('desks.pass')}
          detail={left === null ? t('desks.passUnknown') : t('desks.passLeft', { count: left })}
          disabled={none || left === 0}
          onClick={() => send('book', { pay: 'pass', price: null })}
        />
      )}
      {single && (
        <Button
          kind={pass && left !== 0 ? 'quiet' : 'primary'}
          wide
          icon={Banknote}
          label={t('desks.single')}
          detail={formatMoney(single, language)}
          disabled={none}
          onClick={() => send('book', { pay: 'single', price: single })}
        />
      )}
    </>
  )
}
