import { DoorOpen, TriangleAlert, Wifi, WifiOff } from 'lucide-react'
import { useId } from 'react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { ActivityText } from '../activity/ActivityRow.tsx'
import { clockOff } from '../data/devices.ts'
import type { ActivityRow, DoorRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'
import './doors.css'

/** One door: whether it answers, what it holds, what it last did, and the button that opens it (R6.4). */
export function DoorCard({
  door,
  last,
  now,
}: {
  door: DoorRow
  last: ActivityRow | undefined
  now: Instant
}) {
  const { t, age, time } = useWords()
  const question = useDisclosure()
  const action = useAction('staff.openDoor')
  const id = useId()
  const off = clockOff(door.clockSkewMs)
  const presets = [t('doors.presets.visitor'), t('doors.presets.delivery'), t('doors.presets.member')]
  const facts = [
    door.confirmedAt === null ? t('doors.never') : t('doors.confirmed', { age: age(door.confirmedAt, now) }),
    door.credentials === null
      ? t('doors.credentialsUnknown')
      : t('doors.credentials', { count: door.credentials }),
  ]
  // The controller took the order but has not said that it opened.
  const accepted = action.state.phase === 'done' && action.state.value.result === 'accepted'

  const open = (reason: string): void => {
    question.close()
    void action.run({ door: door.id, reason })
  }

  return (
    <li className="row door" data-row={door.id}>
      <div className="row__line row__line--spread">
        <h3 id={id} className="door__name">
          {door.name}
        </h3>
        {door.online ? (
          <Tag tone="good" icon={Wifi} word={t('doors.online')} />
        ) : (
          <Tag tone="bad" icon={WifiOff} word={t('doors.offline')} />
        )}
      </div>
      <div className="door__body">
        <div>
          {door.detail && <p className={door.online ? 'row__soft' : 'door__trouble'}>{door.detail}</p>}
          <p className="row__soft">{facts.join(' · ')}</p>
          {off !== null && (
            <p className="door__warning">
              <TriangleAlert aria-hidden />
              <span>{t(off > 0 ? 'doors.skewAhead' : 'doors.skewBehind', { count: Math.abs(off) })}</span>
            </p>
          )}
        </div>
        {!question.open && (
          <Button
            id={question.triggerId}
            label={t('doors.open')}
            kind="primary"
            icon={DoorOpen}
            busy={action.state.phase === 'working'}
            disabled={action.state.phase === 'working'}
            aria-describedby={id}
            onClick={() => {
              action.reset()
              question.start()
            }}
          />
        )}
      </div>
      {last && (
        <p className="row__soft door__last">
          <span>{time(last.at)}</span> <ActivityText row={last} />
        </p>
      )}
      {question.open && (
        <ReasonForm
          ask={t('doors.openAsk')}
          presets={presets}
          submit={t('doors.open')}
          icon={DoorOpen}
          kind="primary"
          busy={false}
          quick
          onSubmit={open}
          onCancel={question.close}
        />
      )}
      <Outcome
        state={action.state}
        working={t('doors.opening', { door: door.name })}
        done={t(accepted ? 'doors.accepted' : 'doors.opened', { door: door.name })}
      />
    </li>
  )
}
