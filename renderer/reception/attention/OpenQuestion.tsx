import { MessageCircleReply } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { RequestRow } from '../data/rows.ts'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

/** Opens a question beside the list, where it is answered. */
export function OpenQuestion({ request }: { request: RequestRow }) {
  const { t } = useWords()
  const { store } = useDeskHandle()
  const isOpen = useDesk(({ beside }) => beside?.kind === 'question' && beside.request === request.id)
  return (
    <div className="deed">
      <Button
        label={t('questions.reply')}
        icon={MessageCircleReply}
        aria-expanded={isOpen}
        aria-description={request.name || request.email}
        onClick={() => store.setState({ beside: isOpen ? null : { kind: 'question', request: request.id } })}
      />
    </div>
  )
}
