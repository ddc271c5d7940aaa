import { UserRoundPen, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { Button } from '../../ui/Button.tsx'
import { useLocale, usePhone } from '../phone.ts'
import './banner.css'
import { profileGaps } from './facts.ts'

/** Until photo, bio and phone are given, or for good dismissed (R3.4). */
export function Banner({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  const { ask } = usePhone()
  const gaps = profileGaps(person)
  if (gaps.length === 0) return null
  const what = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    gaps.map((gap) => t(`banner.${gap}`)),
  )
  return (
    <aside className="banner" aria-label={t('banner.title')}>
      <p>{t('banner.text', { what })}</p>
      <button
        type="button"
        className="banner__dismiss"
        aria-label={t('banner.dismiss')}
        onClick={() => void ask('profile.dismissBanner', {})}
      >
        <X aria-hidden />
      </button>
      <Button
        wide
        icon={UserRoundPen}
        label={t('banner.title')}
        onClick={() => {
          location.hash = '#profile'
        }}
      />
    </aside>
  )
}
