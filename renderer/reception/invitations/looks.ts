import { CircleAlert, CircleCheck, Hourglass, type LucideIcon, MailQuestionMark } from 'lucide-react'
import type { Tone } from '../data/activity.ts'
import type { InvitationWord } from '../data/invitations.ts'

/** The sign and the loudness that go with each word of an invitation. */
export const invitationLooks: Record<InvitationWord, { icon: LucideIcon; tone: Tone }> = {
  activated: { icon: CircleCheck, tone: 'good' },
  refused: { icon: CircleAlert, tone: 'bad' },
  failed: { icon: CircleAlert, tone: 'bad' },
  queued: { icon: Hourglass, tone: 'wait' },
  waiting: { icon: MailQuestionMark, tone: 'quiet' },
}
