import { Plus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { useAsk } from '../ui/useAsk.ts'
import { PairingCode } from './PairingCode.tsx'

const roles = ['kiosk', 'reception', 'both'] as const

/** Makes a code that pairs one more device (R10.2): choosing what it will be is all there is to do. */
export function PairDevice() {
  const { t } = useWords()
  const ask = useAsk()
  const action = useAction('staff.pairingCode', { keep: true })
  const code = action.state.phase === 'done' ? action.state.value : null
  const working = action.state.phase === 'working'

  const close = (): void => {
    action.reset()
    ask.close()
  }

  if (!ask.open) {
    return (
      <div className="pair">
        <Button id={ask.triggerId} label={t('kiosks.pair')} icon={Plus} onClick={ask.start} />
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
