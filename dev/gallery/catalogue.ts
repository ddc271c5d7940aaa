import type { Language } from '../../shared/contract/basics.ts'
import { consoleStates } from '../../test/fixtures/console-states.ts'
import { kioskStates } from '../../test/fixtures/kiosk-states.ts'
import { phoneStates } from '../../test/fixtures/phone-states.ts'

/** What the gallery shows: every state of every screen of the three pages that people see, and in which looks. */

export const pages = { kiosk: kioskStates, console: consoleStates, phone: phoneStates }
export type PageName = keyof typeof pages

export interface Shot {
  /** `page/screen/state`, e.g. `kiosk/home/offline`. */
  id: string
  page: PageName
  screen: string
  state: string
}

export const shots: readonly Shot[] = Object.entries<Record<string, object>>(pages).flatMap(
  ([page, screens]) =>
    Object.entries(screens).flatMap(([screen, states]) =>
      Object.keys(states).map((state) => ({
        id: `${page}/${screen}/${state}`,
        page: page as PageName,
        screen,
        state,
      })),
    ),
)

/** By screen, in the order in which the fixtures have them. */
export function byScreen(some: readonly Shot[]): [string, Shot[]][] {
  const screens = new Map<string, Shot[]>()
  for (const shot of some) screens.set(shot.screen, [...(screens.get(shot.screen) ?? []), shot])
  return [...screens]
}

export const sizes = {
  kiosk: ['1080×1920', '1280×800'],
  console: ['1440×900', '1280×800'],
  phone: ['390×844'],
} as const satisfies Record<PageName, readonly string[]>
export type Size = (typeof sizes)[PageName][number]

export function pixelsOf(size: Size): { width: number; height: number } {
  const [width = 0, height = 0] = size.split('×').map(Number)
  return { width, height }
}

export const themes = ['light', 'evening'] as const
export type Theme = (typeof themes)[number]

export interface Look {
  language: Language
  theme: Theme
  /** The clock stands still, and nothing moves: for pictures. */
  still?: boolean
}

/** Where the page lies that shows a state; the stage (`stage/stage.ts`) reads from the address what it is to be. */
export function addressOf({ id, page, screen, state }: Shot, { language, theme, still }: Look): string {
  const query = `?gallery=${id}&language=${language}&theme=${theme}${still ? '&still' : ''}`
  if (page === 'kiosk') return `/renderer/kiosk/index.html${query}`
  if (page === 'console') return `/renderer/reception/index.html${query}`
  const { path } = (phoneStates as Record<string, Record<string, { path: string }>>)[screen]?.[state] ?? {
    path: '/me',
  }
  const [pathname, hash] = path.split('#')
  return `${pathname ?? ''}${query}${hash === undefined ? '' : `#${hash}`}`
}

export interface Wish extends Shot, Look {}

/** What an address made by `addressOf` asks for. */
export function readAddress(search: string): Wish {
  const query = new URLSearchParams(search)
  const id = query.get('gallery') ?? ''
  const shot = shots.find((each) => each.id === id)
  if (!shot) throw new Error(`the gallery has no state ${id}`)
  return {
    ...shot,
    language: (query.get('language') ?? 'en') as Language,
    theme: (query.get('theme') ?? 'light') as Theme,
    still: query.has('still'),
  }
}
