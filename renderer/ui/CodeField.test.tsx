// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { draw } from '../../test/fixtures/draw.tsx'
import { CodeField } from './CodeField.tsx'

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Confirmation code' })

function setUp(change: { cells?: boolean } = {}) {
  const onCode = vi.fn<(code: string) => void>()
  const field = (props: Partial<Parameters<typeof CodeField>[0]> = {}) => (
    <CodeField
      attempt={0}
      error={null}
      disabled={false}
      checking={false}
      onCode={onCode}
      {...change}
      {...props}
    />
  )
  const { user, rerender } = draw(field())
  return { user, onCode, show: (props: Partial<Parameters<typeof CodeField>[0]>) => rerender(field(props)) }
}

it('has the focus, and submits itself with the sixth digit (R2.2)', async () => {
  const { user, onCode } = setUp()
  expect(document.activeElement).toBe(box())
  await user.keyboard('12345')
  expect(onCode).not.toHaveBeenCalled()
  await user.keyboard('6')
  expect(onCode.mock.calls).toEqual([['123456']])
  await user.keyboard('7')
  expect(onCode).toHaveBeenCalledTimes(1)
})

it('takes a pasted code as people copy it, and nothing but digits (R2.8)', async () => {
  const { user, onCode } = setUp()
  await user.paste('Your code: 123 456.')
  expect(onCode.mock.calls).toEqual([['123456']])
  expect(box().value).toBe('123456')
})

it('does not submit what is too short, whatever is pressed', async () => {
  const { user, onCode } = setUp()
  await user.keyboard('12a34{Enter}')
  expect(box().value).toBe('1234')
  expect(onCode).not.toHaveBeenCalled()
})

it('is empty and ready again after a wrong code, and says what was wrong (R2.3)', async () => {
  const { user, onCode, show } = setUp()
  await user.keyboard('123456')
  show({ checking: true })
  expect(box().readOnly).toBe(true)
  await user.click(document.body)
  show({ attempt: 1, error: 'That is not the code.' })
  expect(box().value).toBe('')
  expect(document.activeElement).toBe(box())
  expect(box().getAttribute('aria-invalid')).toBe('true')
  expect(box()).toBe(screen.getByRole('textbox', { description: 'That is not the code.' }))
  await user.keyboard('123456')
  expect(onCode).toHaveBeenCalledTimes(2)
})

it('takes nothing while it is locked, and is ready once that is over (R2.3)', async () => {
  const { user, show } = setUp()
  await user.keyboard('123')
  show({ disabled: true, error: 'Too many wrong codes. Try again at 14:32.' })
  expect(box().disabled).toBe(true)
  expect(box().value).toBe('')
  show({ disabled: false })
  expect(document.activeElement).toBe(box())
})

it('draws the digits in six cells where it is asked to, and is the same field', async () => {
  const { user, onCode } = setUp({ cells: true })
  await user.keyboard('1234')
  const cells = [...document.querySelectorAll('.code-field__cell')].map((cell) => cell.textContent)
  expect(cells).toEqual(['1', '2', '3', '4', '', ''])
  await user.keyboard('56')
  expect(onCode.mock.calls).toEqual([['123456']])
})
