import { Plus } from 'lucide-react'
import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { formatCountdown } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/clock.ts'
import { halves } from '../data/codes.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'

const roles = ['kiosk', 'reception', 'both'] as const

/** Makes a code that pairs one more device (R10.2): choosing what it will be is all there is to do. */
export function PairDevice() {
  const { t } = useWords()
  const question = useDisclosure()
  const action = useAction('staff.pairingCode', { keep: true })
  const code = action.state.phase === 'done' ? action.state.value : null
  const working = action.state.phase === 'working'

  const close = (): void => {
    action.reset()
    question.close()
  }

  if (!question.open) {
    return (
      <div className="pair">
        <Button id={question.triggerId} label={t('kiosks.pair')} icon={Plus} onClick={question.start} />
      </div>
    )
  }
  return (
    <div className="pair pair--open">
      {code ? (
        <PairingCode code={code} />
      ) : (
        <>
          <p className="reason__ask">{t('kiosks.pairAsk')}</p>
          <div className="reason__presets">
            {roles.map((role) => (
              <button
                key={role}
                type="button"
                className="chip"
                disabled={working}
                onClick={() => void action.run({ role })}
              >
                {t(`kiosks.role.${role}`)}
              </button>
            ))}
          </div>
          <Outcome state={action.state} done="" />
        </>
      )}
      <Button
        label={t(code ? 'kiosks.close' : 'reason.cancel')}
        kind={code ? 'quiet' : 'plain'}
        onClick={close}
      />
    </div>
  )
}

/** The code in two halves, large enough to be read out across the room, and how long it is good for. */
function PairingCode({ code: { code, expiresAt } }: { code: OutcomeOf<'staff.pairingCode'> }) {
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
