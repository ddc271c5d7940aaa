import type { CommandType } from '../../../shared/contract/commands.ts'
import { codeRequest } from './code.request.ts'
import { codeVerify } from './code.verify.ts'
import type { Command } from './command.ts'
import { deskBook } from './desk.book.ts'
import { doorEvents } from './door.events.ts'
import { doorRefusal } from './door.refusal.ts'
import { doorRequest } from './door.request.ts'
import { kioskLeave } from './kiosk.leave.ts'
import { profileUpdate } from './profile.update.ts'
import { sessionEnd } from './session.end.ts'
import { staffCheckOut } from './staff.checkOut.ts'
import { staffLiftLockout } from './staff.liftLockout.ts'
import { staffList } from './staff.list.ts'
import { staffMarkPaid } from './staff.markPaid.ts'
import { staffOpenDoor } from './staff.openDoor.ts'
import { staffPairingCode } from './staff.pairingCode.ts'
import { staffRevokeDevice } from './staff.revokeDevice.ts'
import { staffRevokeGrant } from './staff.revokeGrant.ts'
import { staffSignIn } from './staff.signIn.ts'
import { staffSignOut } from './staff.signOut.ts'
import { termsAccept } from './terms.accept.ts'

/** Every command of the contract: a missing one does not compile. */
const all: Record<CommandType, Command> = {
  'code.request': codeRequest,
  'code.verify': codeVerify,
  'terms.accept': termsAccept,
  'profile.update': profileUpdate,
  'session.end': sessionEnd,
  'desk.book': deskBook,
  'door.events': doorEvents,
  'door.request': doorRequest,
  'door.refusal': doorRefusal,
  'staff.list': staffList,
  'staff.signIn': staffSignIn,
  'kiosk.leave': kioskLeave,
  'staff.signOut': staffSignOut,
  'staff.openDoor': staffOpenDoor,
  'staff.revokeGrant': staffRevokeGrant,
  'staff.liftLockout': staffLiftLockout,
  'staff.checkOut': staffCheckOut,
  'staff.markPaid': staffMarkPaid,
  'staff.pairingCode': staffPairingCode,
  'staff.revokeDevice': staffRevokeDevice,
}

export function commandOf(type: string): Command | undefined {
  return Object.hasOwn(all, type) ? all[type as CommandType] : undefined
}
