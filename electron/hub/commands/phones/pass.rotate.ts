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
  run(context) {
    const { rotatingPasses } = context.store
    const known = rotatingPasses.ofAccount(context.account)
    const pass = known?.id ?? newId(context.system)
    if (!known) rotatingPasses.add(pass, context.account)
    return ok({ pass, now: context.now })
  },
  present: ({ pass, now }, { deps }) => ({
    now,
    codes: passesToShow(pass, deps.keys.passSecret(pass), now, stepsAhead),
  }),
})
