import { Languages } from 'lucide-react'
import { useId } from 'react'
import { languages } from '../../../shared/contract/basics.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { useDesk, useDeskHandle } from '../useDesk.ts'
import './language.css'

/** Every language by its own name (R11.1). */
export function LanguagePick() {
  const { request } = useDeskHandle()
  const id = useId()
  const language = useDesk((state) => state.view?.language ?? 'en')
  const offered = useDesk((state) => state.view?.location?.languages ?? languages)
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
