import type { AttentionItem } from '../data/attention.ts'
import { useDoorName } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

/** What is the matter, and what more is known of it. */
export function useAttentionWords(item: AttentionItem): { title: string; hints: string[] } {
  const { t, moment, money, withDays } = useWords()
  const doorName = useDoorName()
  switch (item.kind) {
    case 'revoke': {
      const { row, doors } = item
      const time = row.revoked ? moment(row.revoked.at) : ''
      const words = { who: row.name || row.email, time, doors: doors.map(doorName).join(', ') }
      return { title: t('attention.revoke', words), hints: [] }
    }
    case 'conflict': {
      const { desk, given, who, kiosks, times } = item.row
      const where = kiosks.map((kiosk, i) =>
        [kiosk, times[i] !== undefined && moment(times[i])].filter(Boolean).join(', '),
      )
      return {
        title: t('attention.conflict', { desk }),
        hints: [
          t('attention.conflictHint', { who: who || t('activity.somebody'), given }),
          where.join(' · '),
        ],
      }
    }
    case 'lockout':
      return {
        title: t('attention.lockout', { email: item.row.email, time: moment(item.row.until) }),
        hints: [t('attention.lockoutHint')],
      }
    case 'mail': {
      const { to, status, detail, at } = item.row
      const title = t(status === 'refused' ? 'attention.mail' : 'attention.mailFailed', { to })
      return { title, hints: [[moment(at), detail].filter(Boolean).join(' · ')] }
    }
    case 'request': {
      const { name, email, about, text, at } = item.row
      const words = { who: name || email, about }
      return {
        title: t(about ? 'attention.request' : 'attention.requestPlain', words),
        hints: [[moment(at), text].join(' · ')],
      }
    }
    case 'order': {
      const { name, email, what, price, at } = item.row
      const title = t('attention.order', { who: name || email, price: money(price) })
      return { title, hints: [[withDays(what), moment(at)].filter(Boolean).join(' · ')] }
    }
  }
}
