import { Stop } from '../say.mjs'

/** @typedef {'static' | 'unit' | 'e2e'} Part */

/** @type {Part[]} */
const parts = ['static', 'unit', 'e2e']

/**
 * `--only static|unit|e2e`, and for the last two words that the paths of the test files contain.
 * @param {string[]} args
 * @returns {{wanted: Set<Part>, filters: string[]}}
 */
export function testArgs(args) {
  const [first, only, ...filters] = args
  if (first === undefined) return { wanted: new Set(parts), filters: [] }
  const part = parts.find((name) => name === only)
  if (first !== '--only' || !part) {
    throw new Stop(
      `unknown arguments: ${args.join(' ')}\nUsage: npm test [-- --only ${parts.join('|')} [part of a path…]]`,
    )
  }
  return { wanted: new Set([part]), filters }
}
