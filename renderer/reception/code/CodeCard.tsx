import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/clock.ts'
import { halves } from '../data/codes.ts'
import { useWords } from '../state/words.ts'
import { useFocusFirst } from '../ui/focus.ts'
import './code.css'

/** A one-time code, large enough to be read out across the desk, until it runs out or is closed (R2.7). */
export function CodeCard({ issued, onDone }: { issued: OutcomeOf<'staff.issueCode'>; onDone: () => void }) {
  const { t, time } = useWords()
  const place = useFocusFirst<HTMLDivElement>()
  const isOver = issued.expiresAt <= useNow()
  const [left, right] = halves(issued.code)
  return (
    <div ref={place} className="code">
      {isOver ? (
        <p className="reason__ask">{t('code.over')}</p>
      ) : (
        <>
          <p className="reason__ask">{t('code.tell')}</p>
          <output className="code__digits" aria-label={t('code.label')}>
            <span>{left}</span>
            <span>{right}</span>
          </output>
          <p className="reason__ask">{t('code.until', { time: time(issued.expiresAt) })}</p>
          <p className="row__soft">{t('code.once')}</p>
        </>
      )}
      <Button label={t('kiosks.close')} onClick={onDone} />
    </div>
  )
}
