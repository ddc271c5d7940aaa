import { CircleAlert, CircleCheck, Hourglass, type LucideIcon } from 'lucide-react'
import type { Tone } from '../data/activity.ts'
import type { LockoutRow, MailRow } from '../data/rows.ts'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { LiftLockout } from '../ui/actions.tsx'
import { Tag } from '../ui/Tag.tsx'

const looks: Record<MailRow['status'], { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: Hourglass, tone: 'wait' },
  accepted: { icon: CircleCheck, tone: 'good' },
  refused: { icon: CircleAlert, tone: 'bad' },
  failed: { icon: CircleAlert, tone: 'bad' },
}

/** What became of the mails to the person (R2.5), and whether too many wrong codes locked them out (R2.3). */
export function PersonMails({ mails, lockouts }: { mails: MailRow[]; lockouts: LockoutRow[] }) {
  const { t, moment } = useWords()
  const now = useConsole((state) => state.now)
  const locked = lockouts.filter((row) => row.until > now)
  if (mails.length + locked.length === 0) return null
  return (
    <div className="person__part">
      {locked.map((row) => (
        <div key={row.id} className="person__locked">
          <p>{t('person.lockedUntil', { time: moment(row.until) })}</p>
          <LiftLockout lockout={row} />
        </div>
      ))}
      {mails.length > 0 && <h3>{t('person.mails')}</h3>}
      <ul className="person__list">
        {mails.map((mail) => (
          <li key={mail.id}>
            <div className="row__line row__line--spread">
              <span>{t(`person.mailKind.${mail.kind}`)}</span>
              <Tag {...looks[mail.status]} word={t(`person.mail.${mail.status}`)} />
            </div>
            <p className="row__soft">{[moment(mail.at), mail.detail].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
