import type { Verb } from './verb.ts'

/**
 * One command. The answer comes after it is on disk; where a door has to be opened, after the door's host said what
 * came of it.
 */
export const command: Verb<'command'> = {
  proven: true,
  async run({ engine, unlocks }, _connection, envelope, device) {
    const execution = await engine.execute(device, envelope)
    return execution.kind === 'answer' ? execution.result : unlocks.run(execution.order)
  },
}
