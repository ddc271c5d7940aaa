import type { Language } from '../../../shared/contract/basics.ts'
import type { DeviceId, Instant, LocalDate } from '../../../shared/domain/ids.ts'

interface Mail {
  id: string
  /** The device that asked for it: told what became of it (R2.5). '' = the hub itself. */
  device: DeviceId
  to: string
  language: Language
}

/** Holds a code in the clear, so it lives in memory only (R2.2). */
export interface CodeMail extends Mail {
  kind: 'code'
  code: string
  expiresAt: Instant
}

/** The mail with "Activate my account", and the one that reminds of it (R4.1, R4.2). The link lives in memory only. */
export interface InvitationMail extends Mail {
  kind: 'invitation' | 'reminder'
  name: string
  /** Who on staff invites. */
  by: string
  /** Names of the plan and of what becomes theirs. */
  brings: string[]
  /** When that begins; null = it has begun. */
  startsOn: LocalDate | null
  url: string
  /** Until then the link logs in. */
  expiresAt: Instant
}

/** What reception answers to a question. */
export interface AnswerMail extends Mail {
  kind: 'answer'
  name: string
  question: string
  answer: string
  /** Who on staff answers. */
  by: string
}

/** A mail to hand to the mail server after the commit. */
export type OutgoingMail = CodeMail | InvitationMail | AnswerMail
