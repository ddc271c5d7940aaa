import { useWords } from '../state/words.ts'
import { Front } from './Front.tsx'
import './unpaired.css'

/** How a console is paired: with a code that another one makes (R10.2). */
export function Unpaired() {
  const { t } = useWords()
  return (
    <Front heading={t('unpaired.heading')}>
      <p className="front__lead">{t('unpaired.lead')}</p>
      <ol className="steps">
        <li>{t('unpaired.step1')}</li>
        <li>{t('unpaired.step2')}</li>
        <li>
          {t('unpaired.step3')}{' '}
          <code>foyer --role reception --hub http://192.168.1.10:7300 --pair ABCD2345</code>
        </li>
      </ol>
      <p className="row__soft">{t('unpaired.none')}</p>
    </Front>
  )
}
