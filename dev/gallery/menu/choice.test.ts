import { describe, expect, it } from 'vitest'
import { shots } from '../catalogue.ts'
import { type Choice, neighbour, readChoice, writeChoice } from './choice.ts'

const shot = (id: string) => shots.find((each) => each.id === id) ?? null

describe("the gallery's address", () => {
  it('says what is looked at, and is read back', () => {
    const choice: Choice = {
      page: 'console',
      shot: shot('console/open/invite'),
      language: 'all',
      size: 'both',
      theme: 'evening',
      zoom: 'real',
    }
    expect(readChoice(writeChoice(choice))).toEqual(choice)
  })

  it('begins with all screens of the kiosk, in English, by day', () => {
    expect(readChoice('')).toEqual({
      page: 'kiosk',
      shot: null,
      language: 'en',
      size: '1080×1920',
      theme: 'light',
      zoom: 'fit',
    })
  })

  it('leaves out what this page does not have: a size of another page, a state that is gone', () => {
    expect(readChoice('#phone/me/gone?size=1280×800')).toMatchObject({
      page: 'phone',
      shot: null,
      size: '390×844',
    })
  })
})

describe('neighbours', () => {
  it('are those of the same page, and end with it', () => {
    const from = (id: string) => readChoice(`#${id}`)
    expect(neighbour(from('kiosk/home/usual'), 1)?.id).toBe('kiosk/home/signedIn')
    expect(neighbour(from('kiosk/home/signedIn'), -1)?.id).toBe('kiosk/home/usual')
    expect(neighbour(from('kiosk/starting/usual'), -1)).toBeNull()
    expect(neighbour(from('console'), 1)?.id).toBe('console/unpaired/usual')
  })
})
