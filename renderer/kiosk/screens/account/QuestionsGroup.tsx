import { MessageCircleQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '../../../../shared/contract/person.ts'
import { Group } from './Group.tsx'
import { GroupRow } from './GroupRow.tsx'

/** What somebody asked, and what reception answered. */
export function QuestionsGroup({ requests }: { requests: readonly SupportRequest[] }) {
  const { t } = useTranslation('kiosk')
  if (requests.length === 0) return null
  return (
    <Group icon={MessageCircleQuestionMark} title={t('account.questions')} items={requests}>
      {({ id, about, text, answer }) => (
        <GroupRow key={id} name={text} detail={answer ? about : `${about} · ${t('account.unanswered')}`}>
          {answer && (
            <p className="group-row__answer">
              <strong>{t('account.answer', { name: answer.by })}</strong>
              {answer.text}
            </p>
          )}
        </GroupRow>
      )}
    </Group>
  )
}
