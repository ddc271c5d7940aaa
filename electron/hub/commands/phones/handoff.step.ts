import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { openHandoff } from './handoff.ts'

/** The phone opened the kiosk's link, or went on a step, and the kiosk follows (R7.4). Error: `handoff-over`. */
export const handoffStep = defineCommand('handoff.step', {
  run(context, { token, step }) {
    const opened = openHandoff(context, token)
    if (!opened.ok) return opened
    const { id, device, kiosk } = opened.value
    context.effects.push({ kind: 'handoff', device, handoff: id, step })
    return ok({ kiosk })
  },
})
