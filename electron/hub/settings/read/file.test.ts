import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError, parseConfig, readConfig } from './file.ts'

function problems(text: string): string[] {
  try {
    parseConfig(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).message.split('\n')
  }
  throw new Error('it was taken')
}

describe('foyer.yaml', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'foyer-config-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  it('may be missing, and nothing is written', () => {
    expect(readConfig(join(dir, 'none'))).toEqual({})
    expect(readConfig(dir)).toEqual({})
    expect(readdirSync(dir)).toEqual([])
  })

  it('is read', () => {
    writeFileSync(join(dir, 'foyer.yaml'), 'location:\n  name: Maison Foyer\n  zone: Europe/Berlin\n')
    expect(readConfig(dir)).toEqual({ location: { name: 'Maison Foyer', zone: 'Europe/Berlin' } })
  })

  it('is looked at together with the pictures that it names', () => {
    mkdirSync(join(dir, 'photos'))
    writeFileSync(join(dir, 'photos', 'text.jpg'), 'no picture')
    writeFileSync(
      join(dir, 'photos', 'fine.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
    )
    const offer = (id: string) => `  - { id: ${id}, kind: room, name: A, photo: ${id} }\n`
    const photos = ['none.png', 'text.jpg', 'fine.svg']
    const text = `offers:\n${photos.map((name, n) => offer(name).replace(name, `r${n}`)).join('')}`
    writeFileSync(join(dir, 'foyer.yaml'), text)
    expect(() => readConfig(dir)).toThrow(
      'foyer.yaml line 2, column 43: offers.photo (entry 1) is "none.png": expected a file in the folder photos.\n' +
        'foyer.yaml line 3, column 43: offers.photo (entry 2) is "text.jpg": expected a picture (JPEG, PNG, WebP or SVG).',
    )
  })

  it('that is a folder is said so', () => {
    mkdirSync(join(dir, 'foyer.yaml'))
    expect(() => readConfig(dir)).toThrow(/^foyer\.yaml cannot be read: /)
  })
})

describe('a good file', () => {
  it('may be empty, or have sections with everything commented out', () => {
    expect(parseConfig('')).toEqual({})
    expect(parseConfig('# nothing yet\n')).toEqual({})
    expect(parseConfig('location:\n  # name: X\nmail:\n')).toEqual({})
  })

  it('may use everything there is', () => {
    const text = `
location:
  name: Maison Foyer
  zone: Europe/Berlin
  openingHours:
    mon: { from: 08:00, until: 20:00 }
    sun: null
  dayEnd: 24:00
  singleDay: { amount: 2500, currency: EUR }
  languages: [en, de]
  helpPhone: "+49 30 1234"
  privacyPolicy: { en: We keep little. }
  terms: { version: 2, texts: { en: Be kind., de: Seid nett. } }
  idle: { askAfter: 45 }
mail:
  smtp: smtp://desk:secret@mail.example.com:587
  from: Maison Foyer <desk@example.com>
phone:
  url: https://foyer.example.com/
  host: 0.0.0.0
doors:
  - { id: front, name: Front door, driver: simulated, host: 127.0.0.1, port: 4100, pulse: 5 }
desks:
  - { label: A1, area: Window, x: 1, y: 2.5, features: [monitor] }
plans:
  - id: plan-full
    name: Full-time
    description: Any free desk, any day.
    price: { amount: 29000, currency: EUR }
    kind: continuous
    hours: { mon: { from: 17:00, until: 24:00 } }
    minutes: 300
    resources: [room-atrium]
    period: month
    visibility: network-members
  - { id: plan-ten, name: Ten days, kind: passes, passes: { count: 10, validDays: 365 }, period: once }
payment: { provider: mollie, key: test_dHar4XY7LxsDOtmn, url: https://api.mollie.com }
staff:
  - { name: Ada, pin: "0412" }
offers:
  - id: hall
    kind: room
    name: Hall
    description: For many.
    price: { amount: 2800, currency: EUR }
    per: hour
    visibility: location-members
    exclusive: [leo@example.com]
    area: Ground floor
    capacity: 12
    features: [monitor]
    photo: hall.jpg
    bookable: { by: hour, step: 30, min: 60, max: 240, hours: { mon: { from: 07:00, until: 22:00 } } }
  - { id: talk, kind: event, name: Talk, event: { from: 2026-12-03 18:30, until: 2026-12-03T21:00, where: Hall, places: 20 } }
  - { id: cup, kind: shop, name: Cup, stock: 5 }
  - { id: post, kind: feed, name: Post, posted: 2026-11-20 08:00 }
network:
  - { id: mill, name: Mill }
members:
  - { email: leo@example.com }
  - { email: amy@example.com, location: mill, role: administrator }
`
    expect(parseConfig(text)).toMatchObject({
      location: { dayEnd: '24:00' },
      // Links begin with it, and a slash follows.
      phone: { url: 'https://foyer.example.com', host: '0.0.0.0' },
      staff: [{ pin: '0412' }],
    })
  })
})

describe('a wrong file is said with line, key and what is allowed', () => {
  it.each([
    [
      'mistyped key',
      'mail:\n  smtp: smtp://a\n\nlocaton:\n  name: X\n',
      'foyer.yaml line 4, column 1: unknown key "locaton". Did you mean "location"? Allowed here: location, mail, phone, doors, desks, plans, payment, staff, offers, network, members.',
    ],
    [
      'mistyped key inside',
      'location:\n  name: X\n  zoen: Europe/Berlin\n',
      'foyer.yaml line 3, column 3: unknown key "zoen" in location. Did you mean "zone"? Allowed here: name, zone, openingHours, dayEnd, singleDay, languages, helpPhone, privacyPolicy, terms, asksBilling, tax, country, idle.',
    ],
    [
      'an address for phones that is none',
      'phone:\n  url: foyer.example.com\n',
      'foyer.yaml line 2, column 8: phone.url is "foyer.example.com": expected an address such as https://foyer.example.com.',
    ],
    [
      'key that nothing is like',
      'mail:\n  password: x\n',
      'foyer.yaml line 2, column 3: unknown key "password" in mail. Allowed here: smtp, from.',
    ],
    [
      'unknown weekday',
      'location:\n  openingHours:\n    monday: { from: "08:00", until: "20:00" }\n',
      'foyer.yaml line 3, column 5: unknown key "monday" in location.openingHours. Allowed here: mon, tue, wed, thu, fri, sat, sun.',
    ],
    [
      'unknown language',
      'location:\n  privacyPolicy:\n    it: Ciao\n',
      'foyer.yaml line 3, column 5: unknown key "it" in location.privacyPolicy. Allowed here: en, de, fr, es.',
    ],
    [
      'no zone',
      'location:\n  zone: Berlin\n',
      'foyer.yaml line 2, column 9: location.zone is "Berlin": expected an IANA time zone such as Europe/Berlin.',
    ],
    [
      'number out of bounds',
      'doors:\n  - { id: a, name: A, driver: simulated, host: h, port: 1 }\n  - { id: b, name: B, driver: simulated, host: h, port: 99999 }\n',
      'foyer.yaml line 3, column 57: doors.port (entry 2) is 99999: expected 65535 or less.',
    ],
    [
      'other driver',
      'doors:\n  - { id: a, name: A, driver: magic, host: h, port: 1 }\n',
      'foyer.yaml line 2, column 31: doors.driver (entry 1) is "magic": expected simulated.',
    ],
    [
      'other language',
      'location:\n  languages: [en, it]\n',
      'foyer.yaml line 2, column 19: location.languages (entry 2) is "it": expected one of en, de, fr, es.',
    ],
    [
      'missing key',
      'staff:\n  - name: Ada\n',
      'foyer.yaml line 2, column 5: staff.pin (entry 1) is missing: expected text.',
    ],
    [
      'number where text is meant, without the PIN itself',
      'staff:\n  - name: Ada\n    pin: 4711\n',
      'foyer.yaml line 3, column 10: staff.pin (entry 1) is not usable: expected text; put it in quotes.',
    ],
    [
      'mail server, without its password',
      'mail:\n  smtp: http://desk:secret@mail\n',
      'foyer.yaml line 2, column 9: mail.smtp is not usable: expected an address such as smtp://user:password@mail.example.com:587.',
    ],
    [
      'sender that is none',
      'mail:\n  from: The Desk\n',
      'foyer.yaml line 2, column 9: mail.from is "The Desk": expected desk@example.com or Name <desk@example.com>.',
    ],
    [
      'list where a group is meant',
      'location:\n  - name: X\n',
      'foyer.yaml line 2, column 3: location is a list: expected a group of keys.',
    ],
    [
      'group where a list is meant',
      'desks:\n  label: A1\n',
      'foyer.yaml line 2, column 3: desks is a group of keys: expected a list (lines that start with "- ").',
    ],
    [
      'no keys at all',
      'hello\n',
      'foyer.yaml line 1, column 1: the file is "hello": expected a group of keys.',
    ],
    [
      'empty name',
      'location:\n  name: "  "\n',
      'foyer.yaml line 2, column 9: location.name is "  ": expected some text.',
    ],
    [
      'hours that end before they begin',
      'location:\n  openingHours:\n    mon: { from: "20:00", until: "08:00" }\n',
      'foyer.yaml line 3, column 10: location.openingHours.mon is a group of keys: from must be before until.',
    ],
    [
      'plan without its passes',
      'plans:\n  - { id: ten, name: Ten, kind: passes, period: once }\n',
      'foyer.yaml line 2, column 5: plans.passes (entry 1) is missing: expected count and validDays, as the kind is passes.',
    ],
    [
      'passes with a plan that needs none',
      'plans:\n  - id: full\n    name: Full\n    kind: continuous\n    period: month\n    passes: { count: 1, validDays: 1 }\n',
      'foyer.yaml line 6, column 13: plans.passes (entry 1) is a group of keys: expected none, as the kind is continuous.',
    ],
    [
      'other period',
      'plans:\n  - { id: full, name: Full, kind: continuous, period: week }\n',
      'foyer.yaml line 2, column 55: plans.period (entry 1) is "week": expected one of month, once.',
    ],
    [
      'mistyped key of a plan',
      'plans:\n  - { id: full, name: Full, kind: continuous, period: month, minute: 3 }\n',
      'foyer.yaml line 2, column 62: unknown key "minute" in plans (entry 1). Did you mean "minutes"? Allowed here: id, name, description, price, kind, hours, passes, minutes, resources, period, visibility.',
    ],
    [
      'the same plan twice',
      'plans:\n  - { id: a, name: A, kind: continuous, period: month }\n  - { id: a, name: B, kind: continuous, period: month }\n',
      'foyer.yaml line 3, column 11: plans.id (entry 2) is "a": expected an id that no other entry has.',
    ],
    [
      'payment key, without the key itself',
      'payment: { provider: mollie, key: "test key" }\n',
      'foyer.yaml line 1, column 35: payment.key is not usable: expected the API key, without spaces.',
    ],
    [
      'payment over an address that others can read',
      'payment: { provider: mollie, key: test_123456, url: "http://api.example.com" }\n',
      'foyer.yaml line 1, column 53: payment.url is "http://api.example.com": expected an address such as https://api.mollie.com.',
    ],
    [
      'other provider',
      'payment: { provider: coins, key: test_123456 }\n',
      'foyer.yaml line 1, column 22: payment.provider is "coins": expected mollie.',
    ],
    [
      'the same desk twice',
      'desks:\n  - { label: A1, area: a, x: 1, y: 1 }\n  - { label: A1, area: a, x: 2, y: 1 }\n',
      'foyer.yaml line 3, column 14: desks.label (entry 2) is "A1": expected a label that no other entry has.',
    ],
    [
      'offer of a kind that there is not',
      'offers:\n  - { id: a, kind: boat, name: A }\n',
      'foyer.yaml line 2, column 20: offers.kind (entry 1) is "boat": expected one of room, office, equipment, parking, event, shop, feed, support.',
    ],
    [
      'mistyped key of an offer',
      'offers:\n  - { id: a, kind: room, name: A, bookabel: { by: hour } }\n',
      'foyer.yaml line 2, column 35: unknown key "bookabel" in offers (entry 1). Did you mean "bookable"? Allowed here: id, kind, name, description, price, per, visibility, exclusive, area, capacity, features, photo, bookable, event, stock, posted.',
    ],
    [
      'key of another kind',
      'offers:\n  - { id: a, kind: shop, name: A, capacity: 3 }\n',
      'foyer.yaml line 2, column 45: offers.capacity (entry 1) is 3: expected only for room, office.',
    ],
    [
      'event without a time',
      'offers:\n  - { id: a, kind: event, name: A }\n',
      'foyer.yaml line 2, column 5: offers.event (entry 1) is missing: expected from and until.',
    ],
    [
      'event that ends before it begins',
      'offers:\n  - { id: a, kind: event, name: A, event: { from: 2026-12-03 18:30, until: 2026-12-03T18:00 } }\n',
      'foyer.yaml line 2, column 43: offers.event (entry 1) is a group of keys: from must be before until.',
    ],
    [
      'day that there is not',
      'offers:\n  - { id: a, kind: feed, name: A, posted: 2026-02-30 08:00 }\n',
      'foyer.yaml line 2, column 43: offers.posted (entry 1) is "2026-02-30 08:00": expected a date that there is.',
    ],
    [
      'least time that is no whole step',
      'offers:\n  - { id: a, kind: room, name: A, bookable: { by: hour, step: 30, min: 45 } }\n',
      'foyer.yaml line 2, column 72: offers.bookable.min (entry 1) is 45: expected whole steps of 30 minutes.',
    ],
    [
      'price for another time than it is booked by',
      'offers:\n  - { id: a, kind: room, name: A, price: { amount: 1, currency: EUR }, per: day, bookable: { by: hour } }\n',
      'foyer.yaml line 2, column 77: offers.per (entry 1) is "day": expected hour, as it is booked by the hour.',
    ],
    [
      'exclusive to nobody that has an address',
      'offers:\n  - { id: a, kind: room, name: A, exclusive: [leo] }\n',
      'foyer.yaml line 2, column 47: offers.exclusive (entry 1) (entry 1) is "leo": expected an email address.',
    ],
    [
      'photo outside its folder',
      'offers:\n  - { id: a, kind: room, name: A, photo: ../secret.png }\n',
      'foyer.yaml line 2, column 42: offers.photo (entry 1) is "../secret.png": expected a file such as atrium.jpg in the folder photos.',
    ],
    [
      'offer with the id of a desk',
      'offers:\n  - { id: desk-a1, kind: room, name: A }\n',
      'foyer.yaml line 2, column 11: offers.id (entry 1) is "desk-a1": expected an id that does not begin with desk-.',
    ],
    [
      'member of a location that is not named',
      'members:\n  - { email: leo@example.com, location: mill }\n',
      'foyer.yaml line 2, column 41: members.location (entry 1) is "mill": expected the id of an entry of network; left out, it means this location.',
    ],
  ])('%s', (_what, text, expected) => {
    expect(problems(text)).toEqual([expected])
  })

  it('all of them at once, by line', () => {
    const found = problems('location:\n  zone: Nowhere\n  nmae: X\nstaf: []\n')
    expect(found.map((problem) => problem.split(':')[0])).toEqual([
      'foyer.yaml line 2, column 9',
      'foyer.yaml line 3, column 3',
      'foyer.yaml line 4, column 1',
    ])
  })
})

describe('a file that is no YAML', () => {
  it.each([
    ['an open quote', 'location:\n  name: "Maison\n', /^foyer\.yaml line \d+, column \d+: .*quote/],
    ['a tab', 'location:\n\tname: X\n', /^foyer\.yaml line 2, column 1: .*[Tt]ab/],
    [
      'a key twice',
      'mail:\n  smtp: smtp://a\nmail:\n  from: a@b.cd\n',
      /^foyer\.yaml line 3, column 1: Map keys must be unique\.$/,
    ],
    ['a list that is not closed', 'location:\n  languages: [en, de\n', /^foyer\.yaml line \d+, column \d+: /],
  ])('%s is said with its line', (_what, text, expected) => {
    expect(problems(text)[0]).toMatch(expected)
  })

  it('and one that multiplies itself is refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, index) => {
        const before = 'abcdefg'[index]
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`
      }),
    ].join('\n')
    expect(() => parseConfig(bomb)).toThrow(/Excessive alias count/)
  })
})
