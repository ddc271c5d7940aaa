import { useTranslation } from 'react-i18next'
import { QrCode } from '../../ui/QrCode.tsx'
import './pay-code.css'

/** The payment page of an order, for one's own phone (R3.5). */
export function PayCode({ url }: { url: string }) {
  const { t } = useTranslation('offers')
  return (
    <figure className="pay-code">
      <QrCode text={url} label={t('ordered.payCode')} />
      <figcaption>{t('ordered.payHow')}</figcaption>
    </figure>
  )
}
