import type { DeviceVerb } from '../../../../shared/contract/socket.ts'
import { command } from './command.ts'
import { commands } from './commands.ts'
import { pair } from './pair.ts'
import { prove } from './prove.ts'
import { report } from './report.ts'
import { since } from './since.ts'
import { subscribe } from './subscribe.ts'
import { unsubscribe } from './unsubscribe.ts'
import type { Verb } from './verb.ts'

/** Every verb of the contract, and no other. A new one: declare it in contract/socket.ts, add its file, name it here. */
export const verbs: { readonly [V in DeviceVerb]: Verb<V> } = {
  pair,
  prove,
  command,
  commands,
  subscribe,
  unsubscribe,
  since,
  report,
}
