import { keep, removeStrangers } from './album.ts'
import { shots } from './catalogue.ts'
import { openStudio } from './studio.ts'

/** Photographs every state, or those whose names contain one of the words given, for `npm test` to compare with. */
const words = process.argv.slice(2)
const wanted = shots.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)))
const studio = await openStudio(process.env.FOYER_BROWSER ?? '/usr/bin/chromium')
try {
  const queue = [...wanted]
  const worker = async (): Promise<void> => {
    for (let shot = queue.shift(); shot; shot = queue.shift()) keep(shot, await studio.take(shot))
  }
  await Promise.all([worker(), worker(), worker()])
  if (words.length === 0) removeStrangers()
  process.stdout.write(`${wanted.length} pictures in test/gallery/pictures\n`)
} finally {
  await studio.close()
}
