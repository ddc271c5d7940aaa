import { CreditCard } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Order, Person } from '../../../shared/contract/person.ts'
import { formatMoney } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { useErrorText, useLocale, usePhone, usePlace } from '../phone.ts'
import { isPayable, ordersDue } from './facts.ts'

/** What is due, each with a way to pay it now, where the place has one (R3.5). */
export function Orders({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  const due = ordersDue(person)
  if (due.length === 0) return null
  return (
    <section className="card" aria-labelledby="orders">
      <h2 id="orders" className="card__title">
        {t('orders.title')}
      </h2>
      <ul className="rows">
        {due.map((order) => (
          <DueOrder key={order.id} order={order} />
        ))}
      </ul>
    </section>
  )
}

function DueOrder({ order }: { order: Order }) {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  const { paysOnline } = usePlace()
  const { ask } = usePhone()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const text = useErrorText()(error)

  const pay = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    const started = await ask('payment.start', { order: order.id })
    setBusy(false)
    if (!started.ok) return setError(started.error)
    if (isPayable(started.value.url)) location.assign(started.value.url)
    else setError({ code: 'payment-unavailable' })
  }
  return (
    <li className="row">
      <p className="row__line">
        <span className="row__name">{order.what}</span>
        <span>{formatMoney(order.price, language)}</span>
      </p>
      {text && <FieldError text={text} />}
      {paysOnline ? (
        <Button
          wide
          kind="primary"
          icon={CreditCard}
          label={t('orders.pay')}
          detail={formatMoney(order.price, language)}
          busy={busy}
          disabled={busy}
          onClick={() => void pay()}
        />
      ) : (
        <p className="card__soft">{t('orders.atReception')}</p>
      )}
    </li>
  )
}
