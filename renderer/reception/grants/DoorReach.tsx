import { type GrantWord, isOver } from '../data/grants.ts'
import { type Reach, reachOf } from '../data/reach.ts'
import type { GrantRow } from '../data/rows.ts'
import { useDoorName, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { reachLooks } from './looks.ts'

/** Which doors a grant has reached (R6.3); doors of which the same can be said share a line. */
export function DoorReach({ row, word }: { row: GrantRow; word: GrantWord }) {
  const { t } = useWords()
  const doorName = useDoorName()
  const doorCount = useRows('door').length
  const lines = new Map<Reach, string[]>()
  for (const door of row.doors) {
    const reach = reachOf(row, door, isOver(word))
    // What starts later need not be there yet.
    if (word === 'scheduled' && reach === 'not-yet') continue
    lines.set(reach, [...(lines.get(reach) ?? []), doorName(door)])
  }
  return (
    <ul className="reach">
      {[...lines].map(([reach, doors]) => {
        const { icon: Icon, tone } = reachLooks[reach]
        const all = doors.length > 1 && doors.length === doorCount
        return (
          <li key={reach} className={`reach__line reach__line--${tone}`}>
            <Icon aria-hidden />
            <span>
              {all ? t('grants.allDoors') : doors.join(' · ')}: {t(`grants.reach.${reach}`)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
