import { ok } from '../../../../shared/domain/result.ts'
import { passesToShow } from '../../../lib/rotating-pass.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** What is shown is made anew for every answer, and never kept. */
interface Kept {
  pass: string
  now: number
}

/** Steps that the phone is told beyond the one that runs: it may lose its network for so long. */
const stepsAhead = 3

/** The member's rotating pass (R7.2). The first time, it is made. */
export const passRotate = defineCommand<'pass.rotate', Kept>('pass.rotate', {
  run(run) {
    const { rotatingPasses } = run.store
    const known = rotatingPasses.ofAccount(run.account)
    const pass = known?.id ?? newId(run.system)
    if (!known) rotatingPasses.add(pass, run.account)
    return ok({ pass, now: run.now })
  },
  present: ({ pass, now }, { parts }) => ({
    now,
    codes: passesToShow(pass, parts.keys.passSecret(pass), now, stepsAhead),
  }),
})
