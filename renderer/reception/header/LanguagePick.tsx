import { Languages } from 'lucide-react'
import { languages } from '../../../shared/contract/basics.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import './language.css'

/** Every language by its own name (R11.1). */
export function LanguagePick() {
  const { request } = useConsoleHandle()
  const language = useConsole((state) => state.view?.language ?? 'en')
  const offered = useConsole((state) => state.view?.location?.languages ?? languages)
  return (
    <label className="language">
      <Languages aria-hidden />
      <LanguageSwitch
        look="select"
        offered={offered}
        current={language}
        onChoose={(chosen) => void request('setLanguage', { language: chosen })}
      />
    </label>
  )
}
