import { z } from 'zod'
import { allowedKeys, nearest } from './keys.ts'
import type { Path } from './positions.ts'

type Issue = z.core.$ZodIssue

/** One problem. `key` is set where the key itself is the problem, not its value. */
export interface Problem {
  path: Path
  key: string | null
  text: string
}

/** Values that are never repeated on a terminal or in a log. */
const secret = /^(pin|smtp|key)$/

/** Words one of zod's issues for whoever wrote the file. `value` is the whole file as read. */
export function wordIssue(issue: Issue, value: unknown): Problem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, key, text: unknownKey(path, key) }))
  }
  const found = path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  )
  const expected = expectation(issue, found)
  if (found === undefined) {
    return [{ path, key: null, text: `${label(path)} is missing: ${expected}.` }]
  }
  const shown = secret.test(String(path.at(-1))) ? 'not usable' : show(found)
  return [{ path, key: null, text: `${label(path)} is ${shown}: ${expected}.` }]
}

function unknownKey(path: Path, key: string): string {
  const allowed = allowedKeys(path)
  const meant = nearest(key, allowed)
  const where = path.length > 0 ? ` in ${label(path)}` : ''
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`
  return `unknown key "${key}"${where}.${hint} Allowed here: ${allowed.join(', ')}.`
}

/** 'location.zone', 'doors.port (entry 2)': places in lists are counted as people count. */
function label(path: Path): string {
  const keys = path.filter((step) => typeof step !== 'number').join('.')
  const entries = path.filter((step) => typeof step === 'number').map((index) => `entry ${index + 1}`)
  return [keys || 'the file', ...entries.map((entry) => `(${entry})`)].join(' ')
}

function show(found: unknown): string {
  if (found === null) return 'empty'
  if (Array.isArray(found)) return 'a list'
  if (typeof found === 'object') return 'a group of keys'
  const text = JSON.stringify(found)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list (lines that start with "- ")',
}

/** What the file may say there, from zod's issue; the schema's own messages start with "expected". */
function expectation(issue: Issue, found: unknown): string {
  if (issue.message.startsWith('expected')) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && typeof found === 'number') return 'expected text; put it in quotes'
      return `expected ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
    case 'too_small':
    case 'too_big':
      return bound(issue)
    case 'custom':
      return issue.message
    default:
      return `expected something else (${issue.message})`
  }
}

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const small = issue.code === 'too_small'
  const limit = small ? issue.minimum : issue.maximum
  switch (issue.origin) {
    case 'string':
      return small
        ? Number(limit) <= 1
          ? 'expected some text'
          : `expected at least ${limit} characters`
        : `expected at most ${limit} characters`
    case 'array':
      return small ? `expected at least ${limit} of them` : `expected at most ${limit} of them`
    default:
      return small
        ? `expected ${issue.inclusive ? '' : 'more than '}${limit}${issue.inclusive ? ' or more' : ''}`
        : `expected ${limit} or less`
  }
}
