import { z } from 'zod'
import { codeSchema, instantSchema } from '../../../shared/contract/basics.ts'

const issuedCodeSchema = z.object({ code: codeSchema, expiresAt: instantSchema })
export type IssuedCode = z.infer<typeof issuedCodeSchema>

/** The answer to `issueCode` and `vouch` (R2.7); null if it is none. */
export function readIssuedCode(value: unknown): IssuedCode | null {
  const read = issuedCodeSchema.safeParse(value)
  return read.success ? read.data : null
}

/** In two halves, as it is read out. */
export function halves(code: string): [string, string] {
  return [code.slice(0, 3), code.slice(3)]
}
