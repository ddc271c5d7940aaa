import { openLink } from '../../electron/core/doors/drivers/simulated-link.ts'
import { realSystem } from '../../electron/lib/system.ts'
import type { DoorFault } from '../dock/contract.ts'

/** How long a frozen controller stays so if nobody thaws it, milliseconds. */
const frozenFor = 3_600_000

/** Plays a fault on the demo's door controller. Rejects when nobody listens on its port. */
export async function playFault(port: number, fault: DoorFault): Promise<void> {
  const link = await openLink('127.0.0.1', port, realSystem)
  const { full, silent, frozen, clockAhead, happens } = fault
  try {
    await link.ask(
      'sim',
      {
        ...(full !== undefined && { full }),
        ...(silent !== undefined && { drop: silent ? 1 : 0 }),
        ...(frozen !== undefined && { freeze: frozen ? frozenFor : 0 }),
        ...(clockAhead !== undefined && { clockOffset: clockAhead }),
        ...(happens !== undefined && { happens }),
      },
      { timeout: 1_000, tries: 3 },
    )
  } finally {
    link.close()
  }
}
