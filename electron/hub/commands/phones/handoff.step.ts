import { ok } from '../../../../shared/domain/result.ts'
import { openHandoff } from './handoff.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** The phone opened the kiosk's link, or went on a step, and the kiosk follows (R7.4). Error: `handoff-over`. */
export const handoffStep = defineCommand('handoff.step', {
  run(run, { token, step }) {
    const opened = openHandoff(run, token)
    if (!opened.ok) return opened
    const { id, device, kiosk } = opened.value
    run.effects.push({ kind: 'handoff', device, handoff: id, step })
    return ok({ kiosk })
  },
})
