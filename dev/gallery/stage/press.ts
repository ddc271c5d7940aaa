import type { Language } from '../../../shared/contract/basics.ts'

type Words = { [key: string]: string | Words }

const files = import.meta.glob<Words>('../../../renderer/i18n/locales/*/*.json', {
  eager: true,
  import: 'default',
})

export type Step = string | { into: string; type: string }

const patienceMs = 8_000
/** The real one: the stage stops the page's. */
const wait = window.setTimeout.bind(window)

/**
 * Does what a person would do: presses what has the English name, in whatever language the page is, or types into it. Returns how
 * to bring what came of it into sight.
 */
export async function press(step: Step, language: Language): Promise<() => void> {
  const name = typeof step === 'string' ? step : step.into
  const names = translationsOf(name, language)
  const element = await appearance(() => elementNamed(names), `nothing is called "${names.join('" or "')}"`)
  const pane = paneOf(element)
  element.scrollIntoView({ block: 'center' })
  if (typeof step !== 'string') type(element as HTMLInputElement, step.type)
  else if (element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type))
    element.focus()
  else element.click()
  return () => {
    const { activeElement } = document
    // The same picture however long each step took: pages scroll too, after what has changed.
    if (activeElement && activeElement !== document.body) activeElement.scrollIntoView({ block: 'center' })
    else if (element.isConnected) element.scrollIntoView({ block: 'center' })
    else pane.scrollTo({ top: pane.scrollHeight })
  }
}

/** What scrolls around an element. */
function paneOf(element: HTMLElement): Element {
  for (let above = element.parentElement; above; above = above.parentElement)
    if (above.scrollHeight > above.clientHeight && /auto|scroll/.test(getComputedStyle(above).overflowY))
      return above
  return document.documentElement
}

/** The name in a language: every sentence that is it in English, or becomes it with something put in; else as it stands. */
function translationsOf(name: string, language: Language): string[] {
  const found = Object.entries(files).flatMap(([path, english]) => {
    if (!path.includes('/locales/en/')) return []
    const translated = files[path.replace('/locales/en/', `/locales/${language}/`)]
    return sentences(english).flatMap(({ key, text }) => {
      const holes = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole)
      const pattern = text.split(/\{\{\w+\}\}/).map(escape)
      if (pattern.join('') === '') return []
      const values = new RegExp(`^${pattern.join('(.+)')}$`).exec(name)?.slice(1)
      const there = values && translated && sentences(translated).find((each) => each.key === key)
      if (!there) return []
      return [there.text.replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => values[holes.indexOf(hole)] ?? '')]
    })
  })
  return found.length > 0 ? [...new Set(found)] : [name]
}

function sentences(words: Words, above = ''): { key: string; text: string }[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ key: above + key, text: value }] : sentences(value, `${above}${key}.`),
  )
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const pressable = 'button, a[href], input, textarea, summary, [role=tab], [role=menuitem]'

function elementNamed(names: readonly string[]): HTMLElement | null {
  const elements = [...document.querySelectorAll<HTMLElement>(pressable)]
  const exact = elements.find((element) => names.includes(nameOf(element)))
  // A tab or a button may say how many there are, behind its name.
  return exact ?? elements.find((element) => names.includes(nameOf(element).replace(/\s*\d+$/, ''))) ?? null
}

/** An element's accessible name, as far as our own components make one. */
function nameOf(element: HTMLElement): string {
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const from = [...ids.map((id) => document.getElementById(id)), ...labels].filter((each) => each !== null)
  if (from.length > 0) return from.map(textOf).join(' ')
  return element.getAttribute('aria-label') ?? textOf(element)
}

function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

function type(field: HTMLInputElement, text: string): void {
  field.focus()
  // React keeps the value that it set itself in mind; this is how a browser's own typing looks to it.
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Waits until `find` finds something. Rejects with `otherwise` when it does not. */
export function appearance<T>(find: () => T | null, otherwise: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find()
      if (found === null) return
      stop()
      resolve(found)
    }
    const observer = new MutationObserver(look)
    const timer = wait(() => {
      stop()
      reject(new Error(otherwise))
    }, patienceMs)
    const stop = (): void => {
      observer.disconnect()
      clearTimeout(timer)
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    look()
  })
}
