import { Languages } from 'lucide-react'
import { useId } from 'react'
import { languages } from '../../../shared/contract/basics.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import './language.css'

/** Every language by its own name (R11.1). */
export function LanguagePick() {
  const { request } = useConsoleHandle()
  const language = useConsole((state) => state.view?.language ?? 'en')
  const offered = useConsole((state) => state.view?.location?.languages ?? languages)
  const id = useId()
  return (
    <label className="language" htmlFor={id}>
      <Languages aria-hidden />
      <LanguageSwitch
        id={id}
        look="select"
        offered={offered}
        current={language}
        onChoose={(chosen) => void request('setLanguage', { language: chosen })}
      />
    </label>
  )
}
