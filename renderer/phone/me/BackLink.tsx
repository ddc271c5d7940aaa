import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** To the overview. */
export function BackLink() {
  const { t } = useTranslation('common')
  return (
    <a className="back" href="#overview">
      <ArrowLeft aria-hidden />
      {t('back')}
    </a>
  )
}
