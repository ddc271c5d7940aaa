import { useMemo, useState } from 'react'
import { attentionItems } from '../data/attention.ts'
import { isOpen, listInvitations } from '../data/invitations.ts'
import { listRequests, openRequests } from '../data/requests.ts'
import { searchWords } from '../data/search.ts'
import { InvitationList } from '../invitations/InvitationList.tsx'
import { QuestionList } from '../questions/QuestionList.tsx'
import '../ui/rows.css'
import { useConsole, useQuery, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import './attention.css'
import { AttentionList } from './AttentionList.tsx'

/** What waits for somebody (R8.1); beside it every invitation and question, the open ones first. */
export function AttentionSection() {
  const { t } = useWords()
  const grant = useRows('grant')
  const conflict = useRows('conflict')
  const lockout = useRows('lockout')
  const mail = useRows('mail')
  const order = useRows('order')
  const request = useRows('request')
  const invitation = useRows('invitation')
  const now = useConsole((state) => state.now)
  const query = useQuery()
  const [tab, setTab] = useState<'open' | 'invitations' | 'questions'>('open')
  const open = useMemo(
    () =>
      attentionItems({ grant, conflict, lockout, mail, order, request, invitation }, now, searchWords(query)),
    [grant, conflict, lockout, mail, order, request, invitation, now, query],
  )
  const invitations = useMemo(
    () => listInvitations(invitation, mail, searchWords(query)),
    [invitation, mail, query],
  )
  const questions = useMemo(() => listRequests(request, searchWords(query)), [request, query])
  const tabs = [
    { key: 'open', word: t('attention.tabs.open'), count: open.length },
    {
      key: 'invitations',
      word: t('attention.tabs.invitations'),
      count: invitations.filter(isOpen).length,
    },
    { key: 'questions', word: t('attention.tabs.questions'), count: openRequests(questions).length },
  ] as const
  const rows = { open, invitations, questions }[tab]
  const calm = tab !== 'open' && rows.length === 0 && !query

  return (
    <Section title={t('columns.attention')}>
      <Tabs label={t('columns.attention')} tabs={tabs} chosen={tab} onChoose={setTab}>
        {tab === 'open' && <AttentionList open={open} searching={query !== ''} />}
        {tab === 'invitations' && <InvitationList invitations={invitations} />}
        {tab === 'questions' && <QuestionList requests={questions} />}
        {calm && <p className="calm">{t(`attention.no.${tab}`)}</p>}
        {rows.length === 0 && query && (
          <p className="calm">{t('columns.nothingFound', { query: query.trim() })}</p>
        )}
      </Tabs>
    </Section>
  )
}
