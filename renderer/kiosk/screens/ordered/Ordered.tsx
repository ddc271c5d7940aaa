import { Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { PayCode } from '../../parts/PayCode.tsx'
import { ItemPicture } from '../../parts/pictures/ItemPicture.tsx'
import { ResultFooter, ResultHello } from '../../parts/Result.tsx'
import { OrderedFacts } from './OrderedFacts.tsx'
import { OrderedPrice } from './OrderedPrice.tsx'
import './ordered.css'

type OrderedScreen = ScreenOf<'ordered'>

/** What was got, when, where, and what of it is still to be paid (R3.5). */
export function Ordered({ screen }: { screen: OrderedScreen }) {
  const { t } = useTranslation('offers')
  const { item, order } = screen
  const firstName = useView((view) => view.shell.person?.firstName)
  return (
    <div className="ordered">
      <div className="ordered__picture">
        <ItemPicture item={item} />
      </div>
      <div className="ordered__words">
        <ResultHello>{firstName}</ResultHello>
        <h1 className="screen__heading">{t(`ordered.title.${screen.what}`)}</h1>
        <OrderedFacts screen={screen} />
      </div>
      <div className="ordered__pay">
        <OrderedPrice order={order} />
        <Paying screen={screen} />
      </div>
      <ResultFooter />
    </div>
  )
}

/** Now, on one's own phone, where the place takes that; reception takes it anyway. */
function Paying({ screen: { order, paying, error } }: { screen: OrderedScreen }) {
  const { t } = useTranslation('offers')
  const send = useSend()
  const errorText = useErrorText()(error)
  const online = useView((view) => view.shell.location?.paysOnline ?? false)
  const due = order?.state === 'due' ? order : null
  return (
    <>
      {errorText && <FieldError text={errorText} />}
      {due?.payAt && <PayCode url={due.payAt} />}
      {due && !due.payAt && online && (
        <Button
          wide
          icon={Smartphone}
          label={t('ordered.pay')}
          detail={t('ordered.payDetail')}
          busy={paying}
          onClick={() => send('payOnline', { order: due.id })}
        />
      )}
    </>
  )
}
