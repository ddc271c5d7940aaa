import { CloudOff } from 'lucide-react'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

/** Says how old everything is while the hub is away. */
export function AwayLine() {
  const { t, moment } = useWords()
  const link = useDesk((state) => state.view?.link ?? 'connecting')
  const since = useDesk((state) => state.awaySince)
  return (
    <output>
      {link !== 'online' && since !== null && (
        <span className="away">
          <CloudOff aria-hidden />
          <span>{t('away.since', { time: moment(since) })}</span>
        </span>
      )}
    </output>
  )
}
