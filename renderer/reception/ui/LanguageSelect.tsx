import { type Language, languages } from '../../../shared/contract/basics.ts'
import { endonyms } from '../../i18n/index.ts'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Select } from './Select.tsx'

/** In which language somebody is written to: one of those that the location offers (R11.1). */
export function LanguageSelect({ value, onPick }: { value: Language; onPick: (language: Language) => void }) {
  const { t } = useWords()
  const offered = useConsole((state) => state.view?.location?.languages ?? languages)
  return (
    <Select
      label={t('common:language')}
      value={value}
      options={offered.map((one) => ({ value: one, word: endonyms[one], lang: one }))}
      onChange={(event) => onPick(event.target.value as Language)}
    />
  )
}
