import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { photoProblems } from './photos.ts'
import { placeFinder } from './positions.ts'
import { type Config, configSchema } from './schema.ts'
import { type Problem, wordIssue } from './words.ts'

export const configFileName = 'foyer.yaml'

/** `foyer.yaml` cannot be used. The message says where and why, one problem a line, for the operator. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

/** Reads `<dir>/foyer.yaml`; without the file every default holds. Writes nothing. Throws ConfigError. */
export function readConfig(dir: string): Config {
  let text: string
  try {
    text = readFileSync(join(dir, configFileName), 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return {}
    throw new ConfigError([`${configFileName} cannot be read: ${message}`])
  }
  return parseConfig(text, (config) => photoProblems(dir, config))
}

/**
 * Checks the text of a `foyer.yaml`. Throws ConfigError with every problem that was found, by line. `look`: what more
 * there is to find once the text itself is right.
 */
export function parseConfig(text: string, look: (config: Config) => Problem[] = () => []): Config {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${configFileName} line ${line}, column ${col}`
  }
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${endSentence(message)}`))
  }
  const value = withoutEmptySections(document)
  const parsed = configSchema.safeParse(value)
  const found = parsed.success
    ? look(parsed.data)
    : parsed.error.issues.flatMap((issue) => wordIssue(issue, value))
  if (parsed.success && found.length === 0) return parsed.data
  const find = placeFinder(document)
  const problems = found
    .map(({ path, key, text: words }) => ({ offset: find(path, key), words }))
    .toSorted((a, b) => a.offset - b.offset)
  throw new ConfigError(problems.map(({ offset, words }) => `${at(offset)}: ${words}`))
}

/** A section whose lines are all commented out is null in YAML, and means what its absence means. */
function withoutEmptySections(document: Document): unknown {
  // Aliases that multiply beyond reason throw; 100 is the library's own bound.
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, section]) => section !== null))
}

function endSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
