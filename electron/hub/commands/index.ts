import type { CommandType } from '../../../shared/contract/commands.ts'
import { activationCode } from './activation.code.ts'
import { activationLook } from './activation.look.ts'
import { activationUse } from './activation.use.ts'
import { activationVerify } from './activation.verify.ts'
import { billingSave } from './billing.save.ts'
import { codeRequest } from './code.request.ts'
import { codeVerify } from './code.verify.ts'
import type { Command } from './command.ts'
import { commentAdd } from './comment.add.ts'
import { commentsList } from './comments.list.ts'
import { deskBook } from './desk.book.ts'
import { doorEvents } from './door.events.ts'
import { doorRefusal } from './door.refusal.ts'
import { doorRequest } from './door.request.ts'
import { eventJoin } from './event.join.ts'
import { eventLeave } from './event.leave.ts'
import { handoffBegin } from './handoff.begin.ts'
import { handoffGreet } from './handoff.greet.ts'
import { handoffStep } from './handoff.step.ts'
import { imageGet } from './image.get.ts'
import { itemBook } from './item.book.ts'
import { itemCancel } from './item.cancel.ts'
import { kioskLeave } from './kiosk.leave.ts'
import { mailStatus } from './mail.status.ts'
import { offersList } from './offers.list.ts'
import { passPresent } from './pass.present.ts'
import { passRotate } from './pass.rotate.ts'
import { paymentStart } from './payment.start.ts'
import { personGet } from './person.get.ts'
import { photoGet } from './photo.get.ts'
import { photoPut } from './photo.put.ts'
import { photoRemove } from './photo.remove.ts'
import { planEnd } from './plan.end.ts'
import { planSubscribe } from './plan.subscribe.ts'
import { profileDismissBanner } from './profile.dismissBanner.ts'
import { profileUpdate } from './profile.update.ts'
import { sessionEnd } from './session.end.ts'
import { shopOrder } from './shop.order.ts'
import { staffAnswer } from './staff.answer.ts'
import { staffCheckOut } from './staff.checkOut.ts'
import { staffEndPlan } from './staff.endPlan.ts'
import { staffInvite } from './staff.invite.ts'
import { staffIssueCode } from './staff.issueCode.ts'
import { staffLiftLockout } from './staff.liftLockout.ts'
import { staffList } from './staff.list.ts'
import { staffMarkPaid } from './staff.markPaid.ts'
import { staffOpenDoor } from './staff.openDoor.ts'
import { staffPairingCode } from './staff.pairingCode.ts'
import { staffResendInvite } from './staff.resendInvite.ts'
import { staffRevokeDevice } from './staff.revokeDevice.ts'
import { staffRevokeGrant } from './staff.revokeGrant.ts'
import { staffSignIn } from './staff.signIn.ts'
import { staffSignOut } from './staff.signOut.ts'
import { staffSubscribe } from './staff.subscribe.ts'
import { staffVouch } from './staff.vouch.ts'
import { supportAsk } from './support.ask.ts'
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
  'mail.status': mailStatus,
  'person.get': personGet,
  'profile.dismissBanner': profileDismissBanner,
  'photo.put': photoPut,
  'photo.remove': photoRemove,
  'photo.get': photoGet,
  'offers.list': offersList,
  'item.book': itemBook,
  'item.cancel': itemCancel,
  'event.join': eventJoin,
  'event.leave': eventLeave,
  'shop.order': shopOrder,
  'plan.subscribe': planSubscribe,
  'plan.end': planEnd,
  'support.ask': supportAsk,
  'comment.add': commentAdd,
  'comments.list': commentsList,
  'image.get': imageGet,
  'billing.save': billingSave,
  'payment.start': paymentStart,
  'handoff.begin': handoffBegin,
  'handoff.step': handoffStep,
  'handoff.greet': handoffGreet,
  'activation.look': activationLook,
  'activation.use': activationUse,
  'activation.code': activationCode,
  'activation.verify': activationVerify,
  'pass.rotate': passRotate,
  'pass.present': passPresent,
  'staff.invite': staffInvite,
  'staff.resendInvite': staffResendInvite,
  'staff.issueCode': staffIssueCode,
  'staff.vouch': staffVouch,
  'staff.answer': staffAnswer,
  'staff.subscribe': staffSubscribe,
  'staff.endPlan': staffEndPlan,
}

export function commandOf(type: string): Command | undefined {
  return Object.hasOwn(all, type) ? all[type as CommandType] : undefined
}
