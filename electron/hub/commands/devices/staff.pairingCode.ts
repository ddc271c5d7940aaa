import { ok } from '../../../../shared/domain/result.ts'
import { issuePairingCode } from './pairing.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** A code that pairs one more device (R10.2). It is made from the command's id, so that a repeat shows the same one. */
export const staffPairingCode = defineCommand<'staff.pairingCode', { expiresAt: number }>(
  'staff.pairingCode',
  {
    run: (run, { role }) => ok({ expiresAt: issuePairingCode(run, run.command, role).expiresAt }),
    present: ({ expiresAt }, { parts, command }) => ({ code: parts.keys.pairingCode(command), expiresAt }),
  },
)
