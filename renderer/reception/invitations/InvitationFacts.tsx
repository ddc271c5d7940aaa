import { CircleAlert, CircleCheck, Hourglass, type LucideIcon, MailQuestionMark } from 'lucide-react'
import { useMemo } from 'react'
import type { Tone } from '../data/activity.ts'
import { type InvitationWord, type ListedInvitation, listInvitations } from '../data/invitations.ts'
import type { InvitationRow } from '../data/rows.ts'
import { useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import './invitations.css'

/** Icon and tone of each state of an invitation. */
const looks: Record<InvitationWord, { icon: LucideIcon; tone: Tone }> = {
  activated: { icon: CircleCheck, tone: 'good' },
  refused: { icon: CircleAlert, tone: 'bad' },
  failed: { icon: CircleAlert, tone: 'bad' },
  queued: { icon: Hourglass, tone: 'wait' },
  waiting: { icon: MailQuestionMark, tone: 'quiet' },
}

/** When somebody was invited, what became of the mail, and whether they came (R4.1, R4.2, R2.5). */
export function InvitationFacts({ listed: { row, mail, word } }: { listed: ListedInvitation }) {
  const { t, moment } = useWords()
  const said = [
    t('invitations.sent', { time: moment(row.sentAt) }),
    row.plan,
    mail && word === 'waiting' && t('invitations.handedOver'),
    row.remindedAt !== null && t('invitations.reminded', { time: moment(row.remindedAt) }),
    row.activatedAt !== null && t('invitations.activated', { time: moment(row.activatedAt) }),
  ]
  const trouble = (word === 'refused' || word === 'failed') && mail?.detail
  return (
    <div className="invitation__facts">
      <Tag {...looks[word]} word={t(`invitations.state.${word}`)} />
      <p className="row__soft">{said.filter(Boolean).join(' · ')}</p>
      {trouble && <p className="invitation__trouble">{trouble}</p>}
    </div>
  )
}

/** One invitation with what became of its mail. */
export function useListedInvitation(row: InvitationRow | null): ListedInvitation | null {
  const mails = useRows('mail')
  return useMemo(() => (row && listInvitations([row], mails, [])[0]) ?? null, [row, mails])
}
