import { Ban } from 'lucide-react'
import { memo, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type GrantWord, isOver } from '../data/grants.ts'
import type { GrantRow as Row } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { PersonButton } from '../ui/PersonButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useDisclosure } from '../ui/useDisclosure.ts'
import { useFresh } from '../ui/useFresh.ts'
import { DoorReach } from './DoorReach.tsx'
import './grants.css'
import { CauseText, GrantSpan } from './GrantSpan.tsx'
import { grantLooks } from './looks.ts'

interface Props {
  row: Row
  word: GrantWord
  current: boolean
  /** In the person's own panel the name is said already. */
  nameless?: boolean
}

/** One grant: whose, why, from when until when, and whether it has reached its doors (R6.1, R6.3). */
export const GrantRow = memo(function GrantRow({ row, word, current, nameless = false }: Props) {
  const { t } = useWords()
  const question = useDisclosure()
  const fresh = useFresh(row.from)
  const action = useAction('staff.revokeGrant')
  const id = useId()
  const { icon, tone } = grantLooks[word]
  const who = row.name || row.email
  const presets = [t('grants.presets.left'), t('grants.presets.lost'), t('grants.presets.mistake')]
  const classes = [
    'row grant',
    !nameless && 'row--opens',
    current && !nameless && 'row--current',
    fresh && 'row--fresh',
  ]

  const revoke = async (reason: string): Promise<void> => {
    await action.run({ grant: row.id, reason })
    question.close()
  }

  return (
    <li className={classes.filter(Boolean).join(' ')} data-row={row.id}>
      <div className="row__line row__line--spread grant__head" id={id}>
        {nameless ? <CauseText row={row} dated /> : <PersonButton row={row} current={current} />}
        <Tag tone={tone} icon={icon} word={t(`grants.state.${word}`)} />
      </div>
      <div className="grant__body">
        <div className="grant__facts">
          <GrantSpan row={row} nameless={nameless} />
          <DoorReach row={row} word={word} />
        </div>
        {!isOver(word) && !question.open && (
          <Button
            id={question.triggerId}
            className="row__act"
            label={t('grants.revoke')}
            aria-describedby={id}
            onClick={() => {
              action.reset()
              question.start()
            }}
          />
        )}
      </div>
      {question.open && !isOver(word) && (
        <div className="row__act grant__ask">
          <ReasonForm
            ask={t('grants.revokeAsk', { name: who })}
            presets={presets}
            submit={t('grants.revokeAccess')}
            icon={Ban}
            kind="danger"
            busy={action.state.phase === 'working'}
            onSubmit={(reason) => void revoke(reason)}
            onCancel={question.close}
          />
        </div>
      )}
      {/* There before its words are, so that they are announced; but not in 400 rows at once. */}
      {(question.open || action.state.phase !== 'idle') && (
        <Outcome state={action.state} done={t('grants.done')} />
      )}
    </li>
  )
})
