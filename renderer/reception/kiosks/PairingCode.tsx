import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { formatCountdown } from '../../i18n/format.ts'
import { useNow } from '../../ui/clock.ts'
import { halves } from '../data/codes.ts'
import { useWords } from '../state/words.ts'

/** The code in two halves, large enough to be read out across the room, and how long it is good for. */
export function PairingCode({ code: { code, expiresAt } }: { code: OutcomeOf<'staff.pairingCode'> }) {
  const { t } = useWords()
  const left = expiresAt - useNow()
  if (left <= 0) return <p className="reason__ask">{t('kiosks.codeOver')}</p>
  const [first, second] = halves(code.replace(/[\s-]/g, ''))
  return (
    <>
      <p className="reason__ask">{t('kiosks.codeHint')}</p>
      <output className="pair__code" aria-label={t('kiosks.codeLabel')}>
        <span>{first}</span>
        <span>{second}</span>
      </output>
      <p className="row__soft">{t('kiosks.codeExpires', { left: formatCountdown(left - 999) })}</p>
    </>
  )
}
