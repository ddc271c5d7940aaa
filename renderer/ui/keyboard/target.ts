import { type Editing, eraseText, typeText } from './edit.ts'
import { type Layout, layouts } from './layouts.ts'

export type TextTarget = HTMLInputElement | HTMLTextAreaElement

/** A field asks for a keyboard by `data-keyboard="<layout>"`. */
export function layoutOf(element: EventTarget | null): Layout | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null
  return layouts.find((layout) => layout === element.dataset.keyboard) ?? null
}

function read(target: TextTarget): Editing {
  const length = target.value.length
  return {
    value: target.value,
    start: target.selectionStart ?? length,
    end: target.selectionEnd ?? length,
  }
}

/**
 * Writes as if a person had typed: React watches the element's own `value`, so the prototype's setter is used and an
 * input event follows.
 */
function write(target: TextTarget, next: Editing): void {
  const prototype =
    target instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, next.value)
  target.setSelectionRange(next.start, next.end)
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

const usable = (target: TextTarget): boolean => target.isConnected && !target.disabled && !target.readOnly

/** Types into the field. The focus goes back to it, should it have been elsewhere. */
export function typeInto(target: TextTarget, text: string): void {
  if (!usable(target)) return
  target.focus()
  const max = target.maxLength < 0 ? undefined : target.maxLength
  write(target, typeText(read(target), text, max))
}

export function eraseIn(target: TextTarget): void {
  if (!usable(target)) return
  target.focus()
  write(target, eraseText(read(target)))
}

/** What Enter does in the field: a new line, or its form is submitted. */
export function enterIn(target: TextTarget): void {
  if (target instanceof HTMLTextAreaElement) typeInto(target, '\n')
  else target.form?.requestSubmit()
}

export const editingOf = read
