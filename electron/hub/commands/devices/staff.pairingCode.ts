import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { issuePairingCode } from './pairing.ts'

/** A code that pairs one more device (R10.2). It is made from the command's id, so that a repeat shows the same one. */
export const staffPairingCode = defineCommand<'staff.pairingCode', { expiresAt: number }>(
  'staff.pairingCode',
  {
    run: (context, { role }) => ok({ expiresAt: issuePairingCode(context, context.command, role).expiresAt }),
    present: ({ expiresAt }, { deps, command }) => ({ code: deps.keys.pairingCode(command), expiresAt }),
  },
)
