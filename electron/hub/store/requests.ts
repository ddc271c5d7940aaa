import type { SupportRequest } from '../../../shared/contract/person.ts'
import type { AccountId, Instant, ItemId, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

export interface RequestRecord extends SupportRequest {
  account: AccountId
}

/** Questions to reception, and what was answered. */
export function requestsStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<
    [string],
    Omit<RequestRecord, 'answer'> & { answer: string | null; answeredAt: number | null; by: string | null }
  >(
    `SELECT id, account, coalesce((SELECT name FROM item WHERE id = request.item), '') about, text, at, answer,
       answered_at answeredAt, (SELECT name FROM staff WHERE id = request.answered_by) by
     FROM request WHERE id = ?`,
  )
  const insert = db.prepare<[string, string, string | null, string, number]>(
    'INSERT INTO request (id, account, item, text, at) VALUES (?, ?, ?, ?, ?)',
  )
  const answer = db
    .prepare<[string, number, string, string], AccountId>(
      'UPDATE request SET answer = ?, answered_at = ?, answered_by = ? WHERE id = ? RETURNING account',
    )
    .pluck()
  return {
    find(id: string): RequestRecord | undefined {
      const row = find.get(id)
      if (!row) return undefined
      const { answer: text, answeredAt: at, by, ...request } = row
      return { ...request, answer: text === null || at === null ? null : { text, at, by: by ?? '' } }
    },
    add(r: { id: string; account: AccountId; item: ItemId | null; text: string; at: Instant }): void {
      insert.run(r.id, r.account, r.item, r.text, r.at)
      wrote(r.account, 'requests')
    },
    answer: (id: string, text: string, staff: StaffId, at: Instant): void =>
      wrote(answer.get(text, at, staff, id), 'requests'),
  }
}
