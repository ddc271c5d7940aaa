import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { TextArea } from '../../../ui/Field.tsx'

/** What was typed, kept by the core while the person says who they are, and gone once it has been sent. */
export function useText({ text, sent }: ItemScreen): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    if (sent) setTyped('')
  }, [sent])
  return [typed, setTyped]
}

interface WritingProps {
  screen: ItemScreen
  text: string
  onText: (text: string) => void
}

/** A question or a comment. */
export function Writing({ screen: { offered, item }, text, onText }: WritingProps) {
  const { t } = useTranslation('offers')
  const asks = offered === 'ask'
  return (
    <TextArea
      label={t(asks ? 'item.askLabel' : 'item.commentLabel')}
      hint={asks ? t('item.askHint') : undefined}
      placeholder={item.kind === 'office' ? t('item.askOffice') : undefined}
      rows={4}
      maxLength={2000}
      data-keyboard="text"
      className="item__writing"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
