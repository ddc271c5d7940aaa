import { join } from 'node:path'
import { serveHub } from '../../electron/hub/serve.ts'
import { parentPort } from '../../electron/lib/process-channel.ts'
import { realSystem } from '../../electron/lib/system.ts'
import { turnable } from './clock.ts'
import { withoutDevMessages } from './messages.ts'

/** The real hub, with a clock that main can turn. Phones that ask it for a page are sent on to Vite (`../watch.ts`). */

const system = turnable(realSystem)
const parent = withoutDevMessages(parentPort(), (message) => {
  if (message.dev === 'clock') system.turn(message.ahead)
})
serveHub(parent, { system, pages: join(import.meta.dirname, '../phone') })
