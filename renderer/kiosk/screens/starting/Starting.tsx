import { useTranslation } from 'react-i18next'
import './starting.css'

/** Seen for a moment only, before the process behind the page has said anything. */
export function Starting() {
  const { t } = useTranslation('kiosk')
  return (
    <div className="starting" role="status">
      <span className="starting__mark" aria-hidden />
      <p className="starting__title">{t('product')}</p>
      <p className="starting__text">{t('starting.text')}</p>
    </div>
  )
}
