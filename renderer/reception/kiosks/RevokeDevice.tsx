import { Unlink } from 'lucide-react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/Button.tsx'
import type { DeviceRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'

/** The rest of what is known of a device, and the way to cut it off (R10.2). */
export function RevokeDevice({ row, now }: { row: DeviceRow; now: Instant }) {
  const { t, age } = useWords()
  const question = useDisclosure()
  const action = useAction('staff.revokeDevice')
  const presets = [t('kiosks.presets.lost'), t('kiosks.presets.replaced'), t('kiosks.presets.moved')]

  const revoke = async (reason: string): Promise<void> => {
    await action.run({ device: row.id, reason })
    question.close()
  }

  return (
    <div className="device__more">
      <p className="row__soft">{t('kiosks.queue', { count: row.queue })}</p>
      <p className="row__soft">
        {row.seenAt === null ? t('kiosks.neverSeen') : t('kiosks.seen', { age: age(row.seenAt, now) })}
      </p>
      {!row.revoked && !question.open && (
        <Button
          id={question.triggerId}
          className="row__act"
          label={t('kiosks.revokeDevice')}
          icon={Unlink}
          onClick={() => {
            action.reset()
            question.start()
          }}
        />
      )}
      {!row.revoked && question.open && (
        <div className="row__act">
          <ReasonForm
            ask={t('kiosks.revokeAsk', { name: row.name })}
            presets={presets}
            submit={t('kiosks.revokeDevice')}
            icon={Unlink}
            kind="danger"
            busy={action.state.phase === 'working'}
            onSubmit={(reason) => void revoke(reason)}
            onCancel={question.close}
          />
        </div>
      )}
      <Outcome state={action.state} done={t('kiosks.done')} />
    </div>
  )
}
