import type { CommandType } from '../../../shared/contract/commands.ts'
import type { Command } from '../pipeline/command.ts'
import { deskBook } from './desks/desk.book.ts'
import { staffCheckOut } from './desks/staff.checkOut.ts'
import { staffPairingCode } from './devices/staff.pairingCode.ts'
import { staffRevokeDevice } from './devices/staff.revokeDevice.ts'
import { doorEvents } from './doors/door.events.ts'
import { doorRefusal } from './doors/door.refusal.ts'
import { doorRequest } from './doors/door.request.ts'
import { staffOpenDoor } from './doors/staff.openDoor.ts'
import { staffRevokeGrant } from './doors/staff.revokeGrant.ts'
import { codeRequest } from './identity/code.request.ts'
import { codeVerify } from './identity/code.verify.ts'
import { personGet } from './identity/person.get.ts'
import { sessionEnd } from './identity/session.end.ts'
import { staffIssueCode } from './identity/staff.issueCode.ts'
import { staffLiftLockout } from './identity/staff.liftLockout.ts'
import { staffVouch } from './identity/staff.vouch.ts'
import { activationCode } from './invitations/activation.code.ts'
import { activationLook } from './invitations/activation.look.ts'
import { activationUse } from './invitations/activation.use.ts'
import { activationVerify } from './invitations/activation.verify.ts'
import { staffInvite } from './invitations/staff.invite.ts'
import { staffResendInvite } from './invitations/staff.resendInvite.ts'
import { mailStatus } from './mails/mail.status.ts'
import { eventJoin } from './offers/event.join.ts'
import { eventLeave } from './offers/event.leave.ts'
import { imageGet } from './offers/image.get.ts'
import { itemBook } from './offers/item.book.ts'
import { itemCancel } from './offers/item.cancel.ts'
import { offersList } from './offers/offers.list.ts'
import { shopOrder } from './offers/shop.order.ts'
import { paymentStart } from './orders/payment.start.ts'
import { staffMarkPaid } from './orders/staff.markPaid.ts'
import { handoffBegin } from './phones/handoff.begin.ts'
import { handoffGreet } from './phones/handoff.greet.ts'
import { handoffStep } from './phones/handoff.step.ts'
import { passPresent } from './phones/pass.present.ts'
import { passRotate } from './phones/pass.rotate.ts'
import { planEnd } from './plans/plan.end.ts'
import { planSubscribe } from './plans/plan.subscribe.ts'
import { staffEndPlan } from './plans/staff.endPlan.ts'
import { staffSubscribe } from './plans/staff.subscribe.ts'
import { billingSave } from './profile/billing.save.ts'
import { photoGet } from './profile/photo.get.ts'
import { photoPut } from './profile/photo.put.ts'
import { photoRemove } from './profile/photo.remove.ts'
import { profileDismissBanner } from './profile/profile.dismissBanner.ts'
import { profileUpdate } from './profile/profile.update.ts'
import { termsAccept } from './profile/terms.accept.ts'
import { commentAdd } from './requests/comment.add.ts'
import { commentsList } from './requests/comments.list.ts'
import { staffAnswer } from './requests/staff.answer.ts'
import { supportAsk } from './requests/support.ask.ts'
import { kioskLeave } from './staff/kiosk.leave.ts'
import { staffList } from './staff/staff.list.ts'
import { staffSignIn } from './staff/staff.signIn.ts'
import { staffSignOut } from './staff/staff.signOut.ts'

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
