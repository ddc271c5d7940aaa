import { type DurableEnvelope, durableEnvelopeSchema } from '../../../../shared/contract/commands.ts'
import { type FoyerError, isTransient } from '../../../../shared/contract/errors.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import { parse } from '../../../lib/parse.ts'
import type { Verb } from './verb.ts'

/**
 * What waited in a device's outbox, in its order and in one commit where possible. The answers come after they are on
 * disk. One that cannot be read is refused alone: the others must not wait for it for ever.
 */
export const commands: Verb<'commands'> = {
  proven: true,
  async run({ engine }, _connection, input, device) {
    const read = input.commands.map((one) => parse<DurableEnvelope>(durableEnvelopeSchema, one))
    const envelopes = read.flatMap((one) => (one.ok ? [one.value] : []))
    const executed = (await engine.executeInOrder(device, envelopes)).values()
    const answers: Result<unknown, FoyerError>[] = []
    for (const one of read) {
      const answer = one.ok ? executed.next().value : one
      if (!answer) break
      answers.push(answer)
      if (isTransient(answer)) break
    }
    return { ok: true, value: { answers } }
  },
}
