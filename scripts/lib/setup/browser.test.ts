import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findBrowser } from './browser.mjs'

const bin = join('/', 'usr', 'bin')

it('takes the browser that is named, whatever else there is', () => {
  expect(findBrowser({ FOYER_BROWSER: '/opt/mine', PATH: bin }, () => true)).toBe('/opt/mine')
})

it('finds one on the PATH, or where systems put it', () => {
  expect(findBrowser({ PATH: bin }, (path) => path === join(bin, 'google-chrome'))).toBe(
    join(bin, 'google-chrome'),
  )
  expect(findBrowser({ PATH: bin }, (path) => path.startsWith('/Applications/Chromium'))).toContain(
    'Chromium',
  )
})

it('finds none where there is none', () => {
  expect(findBrowser({ PATH: bin }, () => false)).toBeNull()
})
