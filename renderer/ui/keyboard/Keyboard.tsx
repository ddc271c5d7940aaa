import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/contract/basics.ts'
import { wantsCapital } from './edit.ts'
import { KeyCap } from './KeyCap.tsx'
import { capitalOf, endings, type Key, type Layout, type Page, rowsOf } from './layouts.ts'
import { editingOf, enterIn, eraseIn, type TextTarget, typeInto } from './target.ts'
import './keyboard.css'

interface KeyboardProps {
  target: TextTarget
  layout: Layout
  language: Language
  onHide: () => void
}

/**
 * The page's own keyboard: a part of the layout that types into the field it was opened for. Give it a key per field:
 * capitals and page start afresh with each.
 */
export function Keyboard({ target, layout, language, onHide }: KeyboardProps) {
  const { t } = useTranslation('common')
  const names = layout === 'text' && target.dataset.capitals === 'words'
  const capital = (): boolean => names && wantsCapital(editingOf(target))
  const [upper, setUpper] = useState(capital)
  const [page, setPage] = useState<Page>('letters')

  const press = (key: Key): void => {
    if ('text' in key) typeInto(target, upper ? capitalOf(key.text) : key.text)
    else if (key.action === 'shift') return setUpper(!upper)
    else if (key.action === 'page') return setPage(page === 'letters' ? 'more' : 'letters')
    else if (key.action === 'hide') return onHide()
    else if (key.action === 'enter') return enterIn(target)
    else if (key.action === 'erase') eraseIn(target)
    else typeInto(target, ' ')
    setUpper(capital())
  }

  return (
    <div className={`keyboard keyboard--${layout}`} role="group" aria-label={t('keys.keyboard')}>
      {layout === 'email' && (
        <div className="keyboard__endings">
          {endings[language].map((text) => (
            <KeyCap key={text} value={{ text }} upper={false} page={page} onPress={press} />
          ))}
        </div>
      )}
      {rowsOf(layout, language, page).map((keys, index) => (
        <div key={`${page}-${index.toString()}`} className="keyboard__row">
          {keys.map((key) => (
            <KeyCap
              key={'text' in key ? key.text : key.action}
              value={key}
              upper={upper}
              page={page}
              onPress={press}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
