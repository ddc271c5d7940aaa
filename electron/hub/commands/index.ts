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
import { unbuilt } from './unbuilt.ts'

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
  'mail.status': unbuilt('mail.status'),
  'person.get': unbuilt('person.get'),
  'profile.dismissBanner': unbuilt('profile.dismissBanner'),
  'photo.put': unbuilt('photo.put'),
  'photo.remove': unbuilt('photo.remove'),
  'photo.get': unbuilt('photo.get'),
  'offers.list': unbuilt('offers.list'),
  'item.book': unbuilt('item.book'),
  'item.cancel': unbuilt('item.cancel'),
  'event.join': unbuilt('event.join'),
  'event.leave': unbuilt('event.leave'),
  'shop.order': unbuilt('shop.order'),
  'plan.subscribe': unbuilt('plan.subscribe'),
  'plan.end': unbuilt('plan.end'),
  'support.ask': unbuilt('support.ask'),
  'comment.add': unbuilt('comment.add'),
  'comments.list': unbuilt('comments.list'),
  'image.get': unbuilt('image.get'),
  'billing.save': unbuilt('billing.save'),
  'payment.start': unbuilt('payment.start'),
  'handoff.begin': unbuilt('handoff.begin'),
  'handoff.step': unbuilt('handoff.step'),
  'handoff.greet': unbuilt('handoff.greet'),
  'activation.look': unbuilt('activation.look'),
  'activation.use': unbuilt('activation.use'),
  'activation.code': unbuilt('activation.code'),
  'activation.verify': unbuilt('activation.verify'),
  'pass.rotate': unbuilt('pass.rotate'),
  'pass.present': unbuilt('pass.present'),
  'staff.invite': unbuilt('staff.invite'),
  'staff.resendInvite': unbuilt('staff.resendInvite'),
  'staff.issueCode': unbuilt('staff.issueCode'),
  'staff.vouch': unbuilt('staff.vouch'),
  'staff.answer': unbuilt('staff.answer'),
  'staff.subscribe': unbuilt('staff.subscribe'),
  'staff.endPlan': unbuilt('staff.endPlan'),
}

export function commandOf(type: string): Command | undefined {
  return Object.hasOwn(all, type) ? all[type as CommandType] : undefined
}
