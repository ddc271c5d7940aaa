import { describe, expect, it } from 'vitest'
import { lastHomeId } from '../../shared/contract/channels.ts'
import { screens, viewOf } from '../../test/fixtures/views.ts'
import { contentSecurityPolicy, fileFor, pictureFor, withLastHome } from './protocol.ts'

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

describe('app:// pictures', () => {
  const folder = '/data/kiosk/images'
  const hash = '0123456789abcdef'.repeat(4)

  it('finds a picture by its SHA-256', () => {
    expect(pictureFor(`app://foyer/images/${hash}.webp`, folder)).toBe(`${folder}/${hash}.webp`)
  })

  it.each([
    `app://foyer/images/${hash.toUpperCase()}.webp`,
    `app://foyer/images/${hash.slice(1)}.webp`,
    `app://foyer/images/${hash}0.webp`,
    `app://foyer/images/${hash}.webp.new`,
    `app://foyer/images/${hash}.webp?a`,
    `app://foyer/images/${hash}.webp#a`,
    `app://foyer/images/${hash}.webp\n`,
    `app://foyer/images/${hash}.png`,
    `app://foyer/images/../core.db`,
    `app://foyer/images/%2e%2e/core.db`,
    `app://foyer/images/..%2f${hash}.webp`,
    `app://foyer/images//${hash}.webp`,
    `app://foyer/kiosk/images/${hash}.webp`,
    `app://elsewhere/images/${hash}.webp`,
    `file:///images/${hash}.webp`,
    `app://foyer/images/`,
  ])('%s is no picture (I9)', (url) => {
    expect(pictureFor(url, folder)).toBeNull()
  })

  it('and is no page either: nothing else of that folder is served', () => {
    expect(fileFor('app://foyer/images/x.webp', '/app/out/renderer')).toBeNull()
    expect(fileFor('app://foyer/images/../../core.db', '/app/out/renderer')).toBeNull()
  })
})

describe('the page with how its home screen looked last', () => {
  const html = Buffer.from('<html><body><div id="root"></div></body></html>')

  it('is the page alone when there is nothing to show', () => {
    expect(withLastHome(html, null)).toBe(html.toString())
  })

  it('carries the view as data that no text in it can end', () => {
    const home = viewOf(screens.home)
    const name = "</script><script>alert('$&')</script><!--"
    const view = {
      ...home,
      shell: { ...home.shell, location: home.shell.location && { ...home.shell.location, name } },
    }
    const page = withLastHome(html, view)
    expect(page.match(/<\/?script/g)).toHaveLength(2)
    expect(page).not.toContain('<!--')
    const data = new RegExp(`<script type="application/json" id="${lastHomeId}">(.*)</script>`).exec(
      page,
    )?.[1]
    expect(JSON.parse(data ?? '')).toEqual(view)
  })
})
