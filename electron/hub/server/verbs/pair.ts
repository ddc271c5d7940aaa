import { failure } from '../../../../shared/contract/errors.ts'
import type { Verb } from './verb.ts'

/**
 * Makes a device known by a pairing code (R10.2). It proves itself afterwards, on the same socket and with the same
 * nonce. A device that has proved itself does not pair again on that socket.
 */
export const pair: Verb<'pair'> = {
  proven: false,
  async run({ engine, log }, connection, input) {
    if (connection.device) return failure('not-allowed')
    const result = await engine.pair(input)
    if (result.ok) log('info', 'device-paired', { device: result.value.device, roles: result.value.roles })
    return result
  },
}
