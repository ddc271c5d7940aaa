import {
  Lock,
  type LucideIcon,
  MailX,
  MessageCircleQuestion,
  Split,
  TriangleAlert,
  Wallet,
} from 'lucide-react'
import type { Need } from '../data/attention.ts'
import { ResendInvite } from '../invitations/ResendInvite.tsx'
import { LiftLockout } from './LiftLockout.tsx'
import { MarkPaid } from './MarkPaid.tsx'
import { OpenQuestion } from './OpenQuestion.tsx'
import { useNeedWords } from './useNeedWords.ts'

const icons: Record<Need['kind'], LucideIcon> = {
  revoke: TriangleAlert,
  conflict: Split,
  lockout: Lock,
  mail: MailX,
  request: MessageCircleQuestion,
  order: Wallet,
}

interface Props {
  need: Need
  /** Its action begins and ends: meanwhile and shortly after it stays in the list. */
  onStart: () => void
  onEnd: (done: boolean) => void
}

/** One thing to put right: what it is, why, and the button that does it where there is one. */
export function NeedRow({ need, onStart, onEnd }: Props) {
  const { title, hints } = useNeedWords(need)
  const Icon = icons[need.kind]
  return (
    <li className="row need" data-row={need.id}>
      <span className={need.kind === 'revoke' ? 'need__icon need__icon--bad' : 'need__icon'} aria-hidden>
        <Icon />
      </span>
      <div className="need__said">
        <p className="need__title">{title}</p>
        {hints.filter(Boolean).map((hint) => (
          <p key={hint} className={need.kind === 'request' ? 'row__soft need__text' : 'row__soft'}>
            {hint}
          </p>
        ))}
        {need.kind === 'lockout' && <LiftLockout lockout={need.row} onStart={onStart} onEnd={onEnd} />}
        {need.kind === 'mail' && need.invitation && (
          <ResendInvite invitation={need.invitation} onStart={onStart} onEnd={onEnd} />
        )}
        {need.kind === 'request' && <OpenQuestion request={need.row} />}
        {need.kind === 'order' && <MarkPaid order={need.row} onStart={onStart} onEnd={onEnd} />}
      </div>
    </li>
  )
}
