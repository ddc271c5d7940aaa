// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { draw } from '../../../test/fixtures/draw.tsx'
import { Keyboard } from './Keyboard.tsx'
import type { Layout } from './layouts.ts'

afterEach(() => vi.useRealTimers())
const submitted = vi.fn<() => void>()
const hidden = vi.fn<() => void>()

/** A field with our keyboard under it, as a screen has it. */
function Typing({ layout, names = false }: { layout: Layout; names?: boolean }) {
  const [target, setTarget] = useState<HTMLInputElement | null>(null)
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submitted()
      }}
    >
      <input
        ref={setTarget}
        aria-label="field"
        data-capitals={names ? 'words' : undefined}
        maxLength={20}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {target && <Keyboard target={target} layout={layout} language="en" onHide={hidden} />}
    </form>
  )
}
const value = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'field' }).value
/** A finger: it acts when it comes down. */
function press(...names: string[]): void {
  for (const name of names) {
    const key = screen.getByRole('button', { name })
    fireEvent.pointerDown(key)
    fireEvent.pointerUp(key)
  }
}

it('types into the field, which keeps the focus (R11.2)', () => {
  draw(<Typing layout="text" />)
  press('a', 'd', 'a', 'Space', 'l')
  expect(value()).toBe('ada l')
  press('Delete', 'Delete')
  expect(value()).toBe('ada')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'field' }))
})

it('begins the words of a name with a capital, by itself and once each', () => {
  draw(<Typing layout="text" names />)
  press('A', 'd', 'a', 'Space', 'L', 'o')
  expect(value()).toBe('Ada Lo')
})

it('has one capital a press of shift', () => {
  draw(<Typing layout="text" />)
  press('Capital letters', 'A', 'b')
  expect(value()).toBe('Ab')
})

it('brings what an email needs, endings of addresses too (R11.2)', () => {
  draw(<Typing layout="email" />)
  const keys = screen.getAllByRole('button').map((key) => key.getAttribute('aria-label') ?? '')
  const ending = keys.find((name) => /^@\w+\.\w+$/.test(name)) ?? ''
  expect(ending).not.toBe('')
  expect(keys).toEqual(expect.arrayContaining(['@', '.', '1', '0']))
  press('a', ending)
  expect(value()).toBe(`a${ending}`)
})

it('has digits only where digits are wanted', () => {
  draw(<Typing layout="digits" />)
  const names = screen.getAllByRole('button').map((key) => key.getAttribute('aria-label'))
  expect(names.filter((name) => /^\d$/.test(name ?? '')).join('')).toBe('1234567890')
  expect(names).not.toContain('a')
})

it('turns to the other characters and back, submits by Enter, and can be put away', () => {
  draw(<Typing layout="text" />)
  press('More characters')
  expect(screen.queryByRole('button', { name: 'q' })).toBeNull()
  press('1', 'More characters', 'q', 'Enter')
  expect(value()).toBe('1q')
  expect(submitted).toHaveBeenCalledTimes(1)
  press('Hide the keyboard')
  expect(hidden).toHaveBeenCalledTimes(1)
})

it('erases again and again while it is held', () => {
  draw(<Typing layout="text" />)
  press('a', 'b', 'c', 'd')
  vi.useFakeTimers()
  const erase = screen.getByRole('button', { name: 'Delete' })
  fireEvent.pointerDown(erase)
  vi.advanceTimersByTime(420 + 2 * 70)
  fireEvent.pointerUp(erase)
  vi.advanceTimersByTime(1_000)
  expect(value()).toBe('')
})

it('takes a click without a pointer too: from a screen reader or a switch (R11.2)', () => {
  draw(<Typing layout="text" />)
  fireEvent.click(screen.getByRole('button', { name: 'x' }), { detail: 0 })
  expect(value()).toBe('x')
})
