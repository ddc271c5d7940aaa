import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Stop } from '../say.mjs'
import { ensurePackages, hasApt } from './debian.mjs'

/** Where browsers of Chromium's kind are found that are not on the PATH. */
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

/**
 * The phone pages are tested in a browser as people have it, not in Electron. The one named by FOYER_BROWSER, one that is
 * installed, or Debian's Chromium, which is then installed.
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureBrowser() {
  const found = findBrowser(process.env, existsSync)
  if (found) return found
  if (hasApt()) await ensurePackages(['chromium'], 'The test of the phone pages')
  const installed = findBrowser(process.env, existsSync)
  if (installed) return installed
  throw new Stop(
    'The tests of the phone pages need a browser of the Chromium kind and found none.\n' +
      'Install Chrome, Chromium or Edge, or name the executable in FOYER_BROWSER.',
  )
}

/**
 * @param {{FOYER_BROWSER?: string | undefined, PATH?: string | undefined}} env
 * @param {(path: string) => boolean} exists
 * @returns {string | null}
 */
export function findBrowser({ FOYER_BROWSER: named, PATH: path = '' }, exists) {
  if (named) return named
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere].find((candidate) => exists(candidate)) ?? null
}
