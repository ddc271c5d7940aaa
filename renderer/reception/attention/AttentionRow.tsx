import {
  Lock,
  type LucideIcon,
  MailX,
  MessageCircleQuestion,
  MessageCircleReply,
  Split,
  TriangleAlert,
  Wallet,
} from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { AttentionItem } from '../data/attention.ts'
import type { RequestRow } from '../data/rows.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { LiftLockout, MarkPaid, ResendInvite } from '../ui/actions.tsx'
import { useAttentionWords } from './useAttentionWords.ts'

const icons: Record<AttentionItem['kind'], LucideIcon> = {
  revoke: TriangleAlert,
  conflict: Split,
  lockout: Lock,
  mail: MailX,
  request: MessageCircleQuestion,
  order: Wallet,
}

interface Props {
  item: AttentionItem
  /** Its action begins and ends: meanwhile and shortly after it stays in the list. */
  onStart: () => void
  onEnd: (done: boolean) => void
}

/** One thing to put right: what it is, why, and the button that does it where there is one. */
export function AttentionRow({ item, onStart, onEnd }: Props) {
  const { title, hints } = useAttentionWords(item)
  const Icon = icons[item.kind]
  return (
    <li className="row attention" data-row={item.id}>
      <span
        className={item.kind === 'revoke' ? 'attention__icon attention__icon--bad' : 'attention__icon'}
        aria-hidden
      >
        <Icon />
      </span>
      <div className="attention__said">
        <p className="attention__title">{title}</p>
        {hints.filter(Boolean).map((hint) => (
          <p key={hint} className={item.kind === 'request' ? 'row__soft attention__text' : 'row__soft'}>
            {hint}
          </p>
        ))}
        {item.kind === 'lockout' && <LiftLockout lockout={item.row} onStart={onStart} onEnd={onEnd} />}
        {item.kind === 'mail' && item.invitation && (
          <ResendInvite invitation={item.invitation} onStart={onStart} onEnd={onEnd} />
        )}
        {item.kind === 'request' && <OpenQuestion request={item.row} />}
        {item.kind === 'order' && <MarkPaid order={item.row} onStart={onStart} onEnd={onEnd} />}
      </div>
    </li>
  )
}

/** Opens the question in the side panel, where it is answered. */
function OpenQuestion({ request }: { request: RequestRow }) {
  const { t } = useWords()
  const { showPanel } = useConsoleHandle()
  const isOpen = useConsole(({ panel }) => panel?.kind === 'question' && panel.request === request.id)
  return (
    <div className="action">
      <Button
        label={t('questions.reply')}
        icon={MessageCircleReply}
        aria-expanded={isOpen}
        aria-description={request.name || request.email}
        onClick={() => showPanel(isOpen ? null : { kind: 'question', request: request.id })}
      />
    </div>
  )
}
