import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inModules, node24, root } from '../paths.mjs'
import { run } from '../run.mjs'
import { circles, violations } from './layers.mjs'

/** @typedef {{code: number, output: string}} Check */

/** One compiler run each: what a folder may use (Node, the DOM, neither) is part of its configuration. */
const projects = ['shared', 'electron', 'preload', 'renderer', 'test', 'dev', 'scripts']

/**
 * @param {string[]} command
 * @returns {Promise<Check>}
 */
const tool = (command) => run(node24, command, { output: 'quiet' })

/**
 * Format and order of imports.
 * @param {{write?: boolean}} [options]
 */
export function checkFormat({ write = false } = {}) {
  const biome = inModules('@biomejs', 'biome', 'bin', 'biome')
  return tool([biome, 'check', ...(write ? ['--write'] : []), '--colors=off', '--max-diagnostics=50', root])
}

/** @returns {Promise<Check>} */
export async function checkTypes() {
  let code = 0
  let output = ''
  for (const project of projects) {
    const result = await tool([inModules('typescript', 'bin', 'tsc'), '-p', `tsconfig.${project}.json`])
    // A folder that has no file yet is not an error.
    if (result.code === 0 || result.output.includes('TS18003')) continue
    code = 1
    output += result.output
  }
  return { code, output }
}

/** The rules of oxlint, and the layers. */
export async function checkLint() {
  const oxlint = await tool([inModules('oxlint', 'bin', 'oxlint')])
  const paths = ['shared', 'electron', 'renderer'].flatMap(sourcesBelow)
  const sources = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const crossed = [...sources].flatMap(([path, source]) =>
    violations(path, source).map((what) => `${path} ${what}`),
  )
  crossed.push(...circles(sources))
  return {
    code: oxlint.code || (crossed.length > 0 ? 1 : 0),
    output: [oxlint.code === 0 ? '' : oxlint.output.trim(), ...crossed].filter(Boolean).join('\n'),
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesBelow(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
  } catch {
    return []
  }
}
