import type { Language } from '../../../shared/contract/basics.ts'
import type { MailboxView } from '../../../shared/contract/mailbox-view.ts'
import type { DeviceId, Instant, LocalDate, Zone } from '../../../shared/domain/ids.ts'

interface Mail {
  id: string
  /** The device that asked for it: told what became of it (R2.5). '' = the hub itself. */
  device: DeviceId
  to: string
  language: Language
  place: MailPlace
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

type WithoutPlace<M> = M extends OutgoingMail ? Omit<M, 'place'> : never
/** A mail as a command writes it; its place is added where it is queued. */
export type UnplacedMail = WithoutPlace<OutgoingMail>

/** The last word on a mail (R2.5). `detail`: the server's reply code, its reason, or what was wrong, for people to read. */
export interface MailOutcome {
  status: 'accepted' | 'refused' | 'failed'
  detail: string
  /** The hub was stopped before there was a last word. */
  stopped?: true
}

export interface Mailer {
  /** Never rejects; resolves within a minute. */
  send(mail: OutgoingMail): Promise<MailOutcome>
  /** Gives up what was not handed over yet: it counts as failed. */
  close(): Promise<void>
}

/** The location that a mail speaks for. */
export interface MailPlace {
  name: string
  zone: Zone
}

/** The demo's mail server: nothing that is sent to it leaves this machine. */
export interface DemoMailServer {
  /** smtp://127.0.0.1:PORT */
  url: string
  /** Newest first. */
  mails(): MailboxView['mails']
  /** Called after every mail that came in; the returned function stops that. */
  onMail(listen: () => void): () => void
  close(): Promise<void>
}
