import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import './visible-badge.css'

/** Who else sees this, when it is not everybody (R1.2). */
export function VisibleBadge({ item: { visibility, exclusive } }: { item: ItemRow }) {
  const { t } = useTranslation('offers')
  if (!exclusive && visibility === 'public') return null
  return (
    <p className="visible-badge">
      <Lock aria-hidden />
      {exclusive || visibility === 'public' ? t('visible.exclusive') : t(`visible.${visibility}`)}
    </p>
  )
}
