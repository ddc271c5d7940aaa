import { CircleCheck, CircleSlash, Gift, Hourglass } from 'lucide-react'
import type { Tone } from '../data/activity.ts'
import type { OrderRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { MarkPaid } from '../ui/actions.tsx'
import { Tag } from '../ui/Tag.tsx'

const looks = {
  free: { icon: Gift, tone: 'quiet' },
  due: { icon: Hourglass, tone: 'wait' },
  paid: { icon: CircleCheck, tone: 'good' },
  cancelled: { icon: CircleSlash, tone: 'quiet' },
} as const satisfies Record<OrderRow['state'], { icon: unknown; tone: Tone }>

/** What the person ordered and whether it is paid (R3.5). */
export function PersonOrders({ orders }: { orders: OrderRow[] }) {
  const { t, moment, money, withDays } = useWords()
  if (orders.length === 0) return null
  return (
    <div className="person__part">
      <h3>{t('person.orders')}</h3>
      <ul className="rows person__rows">
        {orders.map((order) => (
          <li key={order.id} className="row" data-row={order.id}>
            <div className="row__line row__line--spread">
              <span>
                {withDays(order.what)}, {money(order.price)}
              </span>
              <Tag {...looks[order.state]} word={t(`person.order.${order.state}`)} />
            </div>
            <p className="row__soft">{moment(order.at)}</p>
            <MarkPaid order={order} />
          </li>
        ))}
      </ul>
    </div>
  )
}
