import { ChevronDown, CircleSlash, TriangleAlert, Wifi, WifiOff } from 'lucide-react'
import { memo, useId, useState } from 'react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { clockOff } from '../data/devices.ts'
import type { DeviceRow as Row } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import { RevokeDevice } from './RevokeDevice.tsx'

interface Props {
  row: Row
  /** The device that this console runs on. */
  own: boolean
  now: Instant
}

/** One device: whether it is online, what waits on it, whether its clock is right. What is done seldom is folded away. */
export const DeviceRow = memo(function DeviceRow({ row, own, now }: Props) {
  const { t, age } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  const off = clockOff(row.clockSkewMs)
  const roles = row.roles.map((role) => t(`kiosks.roles.${role}`)).join(', ')

  return (
    <li className="row row--opens device" data-row={row.id}>
      <div className="row__line row__line--spread">
        <button
          type="button"
          className="row__open device__open"
          aria-expanded={open}
          aria-controls={`${id}-more`}
          onClick={() => setOpen(!open)}
        >
          {row.name}
          <ChevronDown aria-hidden />
        </button>
        <DeviceState row={row} />
      </div>
      <p className="row__soft">
        {[roles, own && t('kiosks.this'), row.version && t('kiosks.version', { version: row.version })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!row.online && !row.revoked && (
        <p className="row__soft">
          {row.seenAt === null ? t('kiosks.neverSeen') : t('kiosks.seen', { age: age(row.seenAt, now) })}
        </p>
      )}
      {row.queue > 0 && (
        <p className="door__warning">
          <TriangleAlert aria-hidden />
          <span>{t('kiosks.queue', { count: row.queue })}</span>
        </p>
      )}
      {off !== null && (
        <p className="door__warning">
          <TriangleAlert aria-hidden />
          <span>{t(off > 0 ? 'kiosks.skewAhead' : 'kiosks.skewBehind', { count: Math.abs(off) })}</span>
        </p>
      )}
      <div id={`${id}-more`}>{open && <RevokeDevice row={row} now={now} />}</div>
    </li>
  )
})

function DeviceState({ row }: { row: Row }) {
  const { t } = useWords()
  if (row.revoked) return <Tag tone="quiet" icon={CircleSlash} word={t('kiosks.revoked')} />
  return row.online ? (
    <Tag tone="good" icon={Wifi} word={t('kiosks.online')} />
  ) : (
    <Tag tone="wait" icon={WifiOff} word={t('kiosks.offline')} />
  )
}
