import Database from 'better-sqlite3'
import { z } from 'zod'
import { durableCommandTypes } from '../../../shared/contract/commands.ts'
import type { Log } from '../../lib/log.ts'
import type { RawRow } from './outbox-table.ts'

const json = z.string().refine(isJson)
const rowSchema = z.object({
  seq: z.number().int(),
  id: z.uuid(),
  type: z.enum(durableCommandTypes),
  payload: json,
  session: z.string().nullable(),
  at: z.number().int(),
  promised: json.nullable(),
}) satisfies z.ZodType<RawRow>

/** Reads what a broken `core.db` still gives of its outbox, row by row until it gives no more. Never throws. */
export function salvageOutbox(path: string, log: Log): RawRow[] {
  const rows: RawRow[] = []
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    try {
      for (const row of db.prepare('SELECT * FROM outbox ORDER BY seq').iterate()) {
        const checked = rowSchema.safeParse(row)
        if (checked.success) rows.push(checked.data)
      }
    } finally {
      db.close()
    }
  } catch (error) {
    log('warn', 'outbox-salvage-stopped', { rows: rows.length, why: (error as Error).message })
  }
  return rows
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
