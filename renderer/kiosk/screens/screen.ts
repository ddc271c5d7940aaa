import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Screen } from '../../../shared/contract/kiosk-view.ts'
import { errorText } from '../../i18n/errors.ts'
import { useManner } from '../page.ts'

/** What a screen of a certain name is made from. */
export type ScreenOf<N extends Screen['name']> = Extract<Screen, { name: N }>

/** Words an error for the screen that it is about. */
export function useErrorText(): (error: FoyerError | null) => string | null {
  const { t } = useTranslation('errors')
  const { language, zone } = useManner()
  return (error) => error && errorText(t, error, zone, language)
}
