import type { WebContents } from 'electron'

/** Types a text and Enter, key by key, as a USB scanner does: on a keyboard with US keys, fast, and whatever has the focus. */
export function scan(contents: WebContents, text: string): void {
  contents.focus()
  for (const character of text) {
    const modifiers: 'shift'[] = /[A-Z~!@#$%^&*()_+{}|:"<>?]/.test(character) ? ['shift'] : []
    contents.sendInputEvent({ type: 'keyDown', keyCode: character, modifiers })
    contents.sendInputEvent({ type: 'char', keyCode: character, modifiers })
    contents.sendInputEvent({ type: 'keyUp', keyCode: character, modifiers })
  }
  contents.sendInputEvent({ type: 'keyDown', keyCode: 'Enter' })
  contents.sendInputEvent({ type: 'char', keyCode: 'Enter' })
  contents.sendInputEvent({ type: 'keyUp', keyCode: 'Enter' })
}
