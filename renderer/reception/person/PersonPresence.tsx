import { LogOut } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { PresenceRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'

/** Whether the person is here, and what they have booked; checking out frees the desk (R5.5). */
export function PersonPresence({ presence }: { presence: PresenceRow[] }) {
  const { t, end, day } = useWords()
  const now = useConsole((state) => state.now)
  const action = useAction('staff.checkOut')
  const here = presence.find((row) => row.from <= now && now < row.until)
  const coming = presence.filter((row) => row.from > now)

  return (
    <div className="person__part">
      <p className={here ? 'person__here' : 'row__soft'}>
        {here ? t('person.hereUntil', { desk: here.desk, time: end(here.until) }) : t('person.notHere')}
      </p>
      {here && (
        <Button
          label={t('person.checkOut')}
          icon={LogOut}
          busy={action.state.phase === 'working'}
          disabled={action.state.phase === 'working'}
          onClick={() => void action.run({ booking: here.id })}
        />
      )}
      <Outcome state={action.state} done={t('person.checkedOut')} />
      {coming.length > 0 && (
        <>
          <h3>{t('person.bookings')}</h3>
          <ul className="person__list">
            {coming.map((row) => (
              <li key={row.id} className="person__entry">
                <span>{t('here.desk', { desk: row.desk })}</span>
                <span className="row__soft">{day(row.date)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
