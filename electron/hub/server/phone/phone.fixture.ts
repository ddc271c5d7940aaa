import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangedRow } from '../../../../shared/contract/rows.ts'
import type { FakeEngine } from '../engine.fixture.ts'

/** A folder as the build makes it, with files that are not for phones beside those that are. For tests only. */
export function builtPages(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-pages-'))
  const write = (path: string, text: string): void => {
    mkdirSync(join(dir, path, '..'), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  write('phone/index.html', '<!doctype html><script type="module" src="../assets/phone-1.js"></script>')
  write('kiosk/index.html', 'the kiosk')
  write('assets/phone-1.js', `import './shared-1.js'\n${'// words\n'.repeat(200)}`)
  write('assets/phone-1.js.map', 'sources')
  write('assets/shared-1.js', 'export {}')
  write('assets/phone-1.css', 'body {}')
  write('assets/font-1.woff2', 'font')
  write('assets/kiosk-1.js', 'kiosk')
  const manifest = {
    'phone/index.html': {
      file: 'assets/phone-1.js',
      imports: ['_shared-1.js'],
      css: ['assets/phone-1.css'],
      assets: ['assets/font-1.woff2'],
    },
    '_shared-1.js': { file: 'assets/shared-1.js', imports: ['phone/index.html'] },
    'kiosk/index.html': { file: 'assets/kiosk-1.js' },
  }
  write('manifest.json', JSON.stringify(manifest))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

export const locationRow = {
  id: 'lindenhof',
  name: 'Lindenhof',
  zone: 'Europe/Berlin',
  openingHours: {},
  dayEnd: '24:00',
  singleDay: { amount: 2500, currency: 'EUR' },
  languages: ['en', 'de'],
  privacyPolicy: { en: 'We keep little.' },
  helpPhone: '+49 30 1',
  doors: [],
  termsVersion: 2,
  asksBilling: false,
  tax: { name: 'VAT', percent: 19 },
  paysOnline: true,
  country: 'DE',
  idleAskAfter: 45,
  idleForgetAfter: 15,
}

/** The rows that every catalogue has. */
export function addPlace(engine: FakeEngine): void {
  const terms = (version: number, text: string): Omit<ChangedRow, 'rev'> => ({
    kind: 'terms',
    id: `${version}`,
    row: { version, texts: { en: { text, hash: 'f'.repeat(64) } } },
  })
  engine.commit('catalogue:lindenhof', [
    { kind: 'location', id: 'lindenhof', row: locationRow },
    terms(1, 'old'),
    terms(2, 'new'),
    { kind: 'desk', id: 'desk-a1', row: deskRow('A1') },
  ])
}

export function deskRow(label: string): object {
  return {
    id: `desk-${label.toLowerCase()}`,
    label,
    area: '',
    bookable: true,
    x: 0,
    y: 0,
    features: [],
    visibility: 'public',
  }
}
