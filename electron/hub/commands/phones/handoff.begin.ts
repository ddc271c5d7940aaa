import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { handoffLifetime } from './handoff.ts'

/** The link's token is not kept: it follows from the command's id, so that a repeat gives the same one (I2). */
interface Kept {
  handoff: string
  expiresAt: number
}

/** A link for the home screen's QR (R7.4): 10 minutes, once. */
export const handoffBegin = defineCommand<'handoff.begin', Kept>('handoff.begin', {
  run(context) {
    const { store, keys, now, device } = context
    const handoff = newId(context.system)
    const expiresAt = now + handoffLifetime
    store.handoffs.add(
      handoff,
      keys.hash('handoff', keys.handoffToken(context.command)),
      device.id,
      expiresAt,
    )
    return ok({ handoff, expiresAt })
  },
  present: (kept, { deps, command }) => ({
    ...kept,
    url: `${deps.url()}/k/${deps.keys.handoffToken(command)}`,
  }),
})
