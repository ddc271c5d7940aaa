import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileFor } from './protocol.ts'

describe('app:// pages', () => {
  const root = '/app/out/renderer'

  it('finds our own files', () => {
    expect(fileFor('app://foyer/kiosk/index.html', root)).toBe('/app/out/renderer/kiosk/index.html')
  })

  it.each(['app://foyer/../main/core.js', 'app://foyer/%2e%2e/main/main.js'])(
    'keeps %s within its own folder',
    (url) => {
      expect(fileFor(url, root)).toMatch(/^\/app\/out\/renderer\/main\//)
    },
  )

  it.each([
    'app://foyer/..%2f..%2fetc/passwd.html',
    'app://elsewhere/kiosk/index.html',
    'file:///app/out/renderer/kiosk/index.html',
    'app://foyer/kiosk/index.html%00.js',
    'app://foyer/%E0%A4%A',
    'app://foyer/kiosk/secret.pem',
    'nonsense',
  ])('refuses %s (I9)', (url) => {
    expect(fileFor(url, root)).toBeNull()
  })

  it('allows no inline script and no other origin', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).not.toContain('unsafe')
    expect(contentSecurityPolicy).not.toContain('http')
  })
})
