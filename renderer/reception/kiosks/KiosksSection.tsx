import { Monitor } from 'lucide-react'
import { byDevice } from '../data/devices.ts'
import { matches, searchWords } from '../data/search.ts'
import { Empty } from '../ui/Empty.tsx'
import '../ui/rows.css'
import { useConsole, useQuery, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { DeviceRow } from './DeviceRow.tsx'
import './kiosks.css'
import { PairDevice } from './PairDevice.tsx'

/** Kiosks and consoles and their health (R8.1), and how one more is paired (R10.2). */
export function KiosksSection() {
  const { t } = useWords()
  const rows = useRows('device')
  const query = useQuery()
  const own = useConsole((state) => state.view?.device)
  const now = useConsole((state) => state.now)
  const words = searchWords(query)
  const shown = rows.filter((row) => matches(words, row.name, row.version)).toSorted(byDevice)
  const paired = rows.filter((row) => !row.revoked).length

  return (
    <Section
      title={t('columns.kiosks')}
      count={
        query
          ? t('columns.found', { shown: shown.length, count: rows.length })
          : paired > 0
            ? t('columns.devices', { count: paired })
            : undefined
      }
    >
      {shown.length === 0 && <Empty icon={Monitor} title={t('kiosks.empty')} hint={t('kiosks.emptyHint')} />}
      <ul className="rows">
        {shown.map((row) => (
          <DeviceRow key={row.id} row={row} own={row.id === own} now={now} />
        ))}
      </ul>
      <PairDevice />
    </Section>
  )
}
