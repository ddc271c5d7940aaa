import { useCallback, useSyncExternalStore } from 'react'
import { type Language, languages } from '../../../shared/contract/basics.ts'
import { type PageName, type Shot, type Size, shots, sizes, type Theme, themes } from '../catalogue.ts'

/** What is looked at, and in which looks. It stands in the address, so that it can be sent to somebody. */
export interface Choice {
  page: PageName
  /** null = all of the page's screens, as they are committed. */
  shot: Shot | null
  language: Language | 'all'
  size: Size | 'both'
  theme: Theme | 'both'
  /** As large as fits, or as large as it is. */
  zoom: 'fit' | 'real'
}

export function readChoice(hash: string): Choice {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const asked = new URLSearchParams(query)
  const page = (Object.keys(sizes) as PageName[]).find((each) => path.split('/')[0] === each) ?? 'kiosk'
  const pick = <T extends string>(key: string, from: readonly T[], otherwise: T): T =>
    from.find((each) => each === asked.get(key)) ?? otherwise
  const own: readonly Size[] = sizes[page]
  return {
    page,
    shot: shots.find(({ id }) => id === path) ?? null,
    language: pick('language', [...languages, 'all'], 'en'),
    size: pick('size', [...own, 'both'], own[0] ?? '1280×800'),
    theme: pick('theme', [...themes, 'both'], 'light'),
    zoom: pick('zoom', ['fit', 'real'], 'fit'),
  }
}

export function writeChoice({ page, shot, language, size, theme, zoom }: Choice): string {
  return `#${shot?.id ?? page}?${new URLSearchParams({ language, size, theme, zoom }).toString()}`
}

/** The state that stands `by` further down the page's list. */
export function neighbour({ page, shot }: Choice, by: 1 | -1): Shot | null {
  const list = shots.filter((each) => each.page === page)
  const at = list.findIndex(({ id }) => id === shot?.id)
  return list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by] ?? null
}

export function useChoice(): [Choice, (change: Partial<Choice>) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const change = useCallback((by: Partial<Choice>): void => {
    location.hash = writeChoice({ ...readChoice(location.hash), ...by })
  }, [])
  return [readChoice(hash), change]
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
