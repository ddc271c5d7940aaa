import { type PortLike, servePort } from '../../lib/port.ts'
import type { DemoMailServer } from '../seam/mails.ts'

/** Shows the demo's mails to the mailbox page, and each new one as it comes. Without a demo mail server it stays empty. */
export function serveMailbox(port: PortLike, mailbox: DemoMailServer | null): void {
  let stop = (): void => {}
  const push = servePort(port, 'mailbox', {}, () => stop())
  push({ slices: { mails: mailbox?.mails() ?? [], smtp: mailbox?.url ?? '' } })
  if (mailbox) stop = mailbox.onMail(() => push({ slices: { mails: mailbox.mails() } }))
}
