import { describe, expect, it } from 'vitest'
import { notInstalled, packagesForWindows } from './debian.mjs'

describe('the Debian packages', () => {
  it('asks for a virtual display only where there is none', () => {
    expect(packagesForWindows({})).toContain('xvfb')
    expect(packagesForWindows({ DISPLAY: ':0' })).not.toContain('xvfb')
  })

  it('counts a package as installed under its newer name too, and not when only its settings are left', () => {
    const report = 'libnss3 installed\nlibgtk-3-0t64 installed\nxvfb config-files\nlibgbm1 not-installed\n'
    expect(notInstalled(['libnss3', 'libgtk-3-0', 'xvfb', 'libgbm1', 'xauth'], report)).toEqual([
      'xvfb',
      'libgbm1',
      'xauth',
    ])
  })
})
