import { useTranslation } from 'react-i18next'

/** What a desk has, in words: the features that the app knows are worded, others are shown as the catalogue has them. */
export function useFeatures(): (features: readonly string[]) => string[] {
  const { t } = useTranslation('kiosk')
  const words = t('desks.features', { returnObjects: true }) as Record<string, string>
  return (features) => features.map((feature) => words[feature] ?? feature)
}
