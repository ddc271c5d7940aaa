import { Receipt } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../shared/contract/person.ts'
import { dayOf, formatDay, formatMoney } from '../../../i18n/format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { type ScreenOf, useLocale, useSend, useView } from '../../page.ts'
import { PayCode } from '../../parts/PayCode.tsx'
import { Group } from './Group.tsx'
import { GroupRow, RowButton } from './GroupRow.tsx'

/** What costs or cost money; what is due can be paid on one's phone where the place takes that (R3.5). */
export function OrdersGroup({ screen: { orders, paying } }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const { language, zone } = useLocale()
  const send = useSend()
  const online = useView((view) => view.shell.location?.paysOnline ?? false)
  const [closed, setClosed] = useState<string | null>(null)
  if (orders.length === 0) return null
  const detail = ({ price, state, at }: Order) => (
    <>
      {state !== 'free' && `${formatMoney(price, language)} · `}
      <span className={state === 'due' ? 'group-row__detail--due' : undefined}>
        {t(`account.order.${state}`)}
      </span>
      {` · ${formatDay(dayOf(at, zone), language)}`}
    </>
  )
  const pay = (order: Order): void => {
    setClosed(null)
    send('payOnline', { order: order.id })
  }
  return (
    <>
      <Group icon={Receipt} title={t('account.orders')} items={orders}>
        {(order) => (
          <GroupRow
            key={order.id}
            name={order.what}
            detail={detail(order)}
            action={
              online &&
              order.state === 'due' && (
                <RowButton label={t('account.pay')} about={order.what} onClick={() => pay(order)} />
              )
            }
          />
        )}
      </Group>
      {paying !== null && paying !== closed && (
        <Dialog title={t('account.pay')} onClose={() => setClosed(paying)}>
          <PayCode url={paying} />
        </Dialog>
      )}
    </>
  )
}
