import { z } from 'zod'

/** What `../watch.ts` tells the app that it starts, in FOYER_DEV. */
const settingsSchema = z.object({
  /** Where Vite serves the pages, with a slash at the end. */
  vite: z.url(),
  /** Where the app is to listen for the dock. */
  control: z.number().int(),
})
export type Settings = z.infer<typeof settingsSchema>

export function readSettings(text: string | undefined): Settings {
  if (text === undefined) throw new Error('This is the app of `npm run dev`; start it with that.')
  return settingsSchema.parse(JSON.parse(text))
}
