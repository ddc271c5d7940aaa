import { useTranslation } from 'react-i18next'
import { endonyms } from '../../i18n/index.ts'
import { useSend, useView } from '../page.ts'

/** The languages of the place, each by its own name. Nothing but the words changes. */
export function LanguageSwitch() {
  const { t } = useTranslation('common')
  const send = useSend()
  const current = useView((view) => view.shell.language)
  const offered = useView((view) => view.shell.location?.languages)
  if (!offered || offered.length < 2) return null
  return (
    <div className="languages" role="group" aria-label={t('language')}>
      {offered.map((language) => (
        <button
          key={language}
          type="button"
          className="languages__one"
          lang={language}
          aria-pressed={language === current}
          onClick={() => send('setLanguage', { language })}
        >
          {endonyms[language]}
        </button>
      ))}
    </div>
  )
}
