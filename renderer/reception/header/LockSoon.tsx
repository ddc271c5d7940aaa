import type { Instant } from '../../../shared/domain/ids.ts'
import { useNow } from '../../ui/clock.ts'
import { useWords } from '../state/words.ts'

/** Before that a count-down would only be unrest. */
const saidFrom = 15_000

/** Says that the console is about to lock itself (R8.5). */
export function LockSoon({ lockAt }: { lockAt: Instant }) {
  const { t } = useWords()
  const left = lockAt - useNow()
  const soon = left <= saidFrom && left > 0
  return (
    <span className="header__soon">{soon && t('header.lockSoon', { count: Math.ceil(left / 1000) })}</span>
  )
}
