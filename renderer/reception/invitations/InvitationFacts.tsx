import type { ListedInvitation } from '../data/invitations.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import './invitations.css'
import { invitationLooks } from './looks.ts'

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
      <Tag {...invitationLooks[word]} word={t(`invitations.state.${word}`)} />
      <p className="row__soft">{said.filter(Boolean).join(' · ')}</p>
      {trouble && <p className="invitation__trouble">{trouble}</p>}
    </div>
  )
}
