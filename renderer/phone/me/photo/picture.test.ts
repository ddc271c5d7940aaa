import { expect, it } from 'vitest'
import { base64Of } from '../../../ui/crop.ts'
import { checkFile } from './picture.ts'

it('takes pictures, and files of a kind that the phone does not know', () => {
  expect(checkFile({ type: 'image/jpeg', size: 5_000_000 })).toBeNull()
  expect(checkFile({ type: '', size: 5_000_000 })).toBeNull()
})

it('says before anything is sent that a file is no picture, or 40 MB', () => {
  expect(checkFile({ type: 'application/pdf', size: 1_000 })).toBe('photo-invalid')
  expect(checkFile({ type: 'image/png', size: 0 })).toBe('photo-invalid')
  expect(checkFile({ type: 'image/jpeg', size: 40 * 1_048_576 })).toBe('photo-too-large')
})

it('finds the picture in a data: URL', () => {
  expect(base64Of('data:image/jpeg;base64,/9j/4AAQ')).toBe('/9j/4AAQ')
})
