import { CodePanel } from '../code/CodePanel.tsx'
import { InvitePanel } from '../invite/InvitePanel.tsx'
import { PersonPane } from '../person/PersonPane.tsx'
import { QuestionPanel } from '../questions/QuestionPanel.tsx'
import type { Beside } from '../state/console.ts'

/** What was opened beside the lists. */
export function BesidePanel({ beside }: { beside: Beside }) {
  switch (beside.kind) {
    case 'person':
      return <PersonPane key={beside.account} account={beside.account} />
    case 'question':
      return <QuestionPanel key={beside.request} request={beside.request} />
    case 'invite':
      return <InvitePanel />
    case 'code':
      return <CodePanel />
  }
}
