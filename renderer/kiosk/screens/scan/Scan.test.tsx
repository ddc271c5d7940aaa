// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, viewOf } from '../../../../test/fixtures/views.ts'
import { Scan } from './Scan.tsx'

it('takes what a scanner types wherever the focus is, and the same code once only (R7.3)', async () => {
  const { user, sent } = drawKiosk(
    <>
      <button type="button">{'elsewhere'}</button>
      <Scan screen={screens.scan} />
    </>,
    viewOf(screens.scan),
  )
  await user.click(screen.getByRole('button', { name: 'elsewhere' }))
  await user.keyboard('eyJ.a.b{Enter}')
  await user.keyboard('eyJ.a.b{Enter}')
  expect(sent).toEqual([['presentPass', { text: 'eyJ.a.b' }]])
  expect(screen.getByRole('textbox')).toHaveProperty('value', '')
})

it('says what is wrong with a pass, and nothing of it while the next one is looked at', () => {
  const failed = { ...screens.scan, error: { code: 'pass-invalid' } as const }
  const { show, rerender } = drawKiosk(<Scan screen={failed} />, viewOf(failed))
  const said = screen.getByRole('status').textContent
  expect(said).not.toBe('')
  show(viewOf(failed, { waiting: 'pass' }))
  rerender(<Scan screen={failed} />)
  expect(screen.getByRole('status').textContent).not.toBe(said)
})
