import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What a desk or an item has, in words: the features that the app knows are worded, others are shown as the catalogue has them. */
export function useFeatures(): (features: readonly string[]) => string[] {
  const { t } = useTranslation('offers')
  return useCallback(
    (features) => {
      const words = t('features', { returnObjects: true }) as Record<string, string>
      return features.map((feature) => words[feature.toLowerCase()] ?? feature)
    },
    [t],
  )
}
