import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objection, strangers } from '../../dev/gallery/album.ts'
import { shots } from '../../dev/gallery/catalogue.ts'
import { openStudio, type Studio } from '../../dev/gallery/studio.ts'

/** Every state of every screen, in English and by day, against its committed picture. */
describe('gallery', () => {
  let studio: Studio
  beforeAll(async () => {
    studio = await openStudio(process.env.FOYER_BROWSER ?? '/usr/bin/chromium')
  })
  afterAll(() => studio?.close())

  it.concurrent.for(shots)('$id', async (shot) => {
    expect(objection(shot, await studio.take(shot))).toBeNull()
  })

  it('has no picture of what there is no more', () => {
    expect(strangers()).toEqual([])
  })
})
