import { useTranslation } from 'react-i18next'
import { useView } from '../page.ts'

/** One calm dot, and the word for those who do not see its colour. */
export function LinkState() {
  const { t } = useTranslation('common')
  const link = useView((view) => view.shell.link)
  return (
    <span className={`link-state link-state--${link}`} role="status">
      <span className="link-state__dot" aria-hidden />
      {t(link)}
    </span>
  )
}
