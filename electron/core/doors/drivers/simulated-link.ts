import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { randomToken, type System } from '../../../lib/system.ts'
import {
  type Answer,
  answerSchema,
  type InputOf,
  type Operation,
  type OutputOf,
  operations,
  type Refusal,
} from '../../../simdoor/protocol.ts'
import {
  DoorActionFailed,
  DoorCapacity,
  type DoorError,
  DoorProtocolError,
  DoorRejected,
  DoorTimeout,
  DoorUnreachable,
  DoorUpstream,
} from '../errors.ts'

/** One socket to one controller. */
export interface SimulatedLink {
  /** Sends, `tries` times at most, `timeout` milliseconds apart, under one id; resolves with the checked answer. */
  ask<O extends Operation>(
    op: O,
    input: InputOf<O>,
    how: { timeout: number; tries: number },
  ): Promise<OutputOf<O>>
  close(): void
}

interface Pending {
  triesLeft: number
  settle(answer: Answer | DoorError): void
}

/**
 * Opens a socket that is connected to the controller, so that the system itself drops datagrams from anywhere else and
 * says when nobody listens there. Rejects with DoorUnreachable when the name is not known or there is no way to it.
 */
export function openLink(host: string, port: number, system: System): Promise<SimulatedLink> {
  const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4' })
  const pending = new Map<string, Pending>()
  let closed = false

  socket.on('message', (datagram) => {
    const answer = readAnswer(datagram)
    if (answer) pending.get(answer.id)?.settle(answer)
  })

  /** Nobody listens. Whom it concerns is certain only when a single request is out, and it was sent once. */
  const refused = (why: string): void => {
    const [only] = pending.values()
    if (only && pending.size === 1 && only.triesLeft === 0) only.settle(new DoorUnreachable(why))
  }

  const link: SimulatedLink = {
    async ask(op, input, { timeout, tries }) {
      if (closed) throw new DoorUnreachable('closed')
      const id = randomToken(system, 12)
      const datagram = JSON.stringify({ id, op, ...input })
      const answer = await new Promise<Answer>((resolve, reject) => {
        let cancel = (): void => {}
        const entry: Pending = {
          triesLeft: tries,
          settle(outcome) {
            cancel()
            pending.delete(id)
            if (outcome instanceof Error) reject(outcome)
            else resolve(outcome)
          },
        }
        const send = (): void => {
          if (entry.triesLeft === 0)
            return entry.settle(new DoorTimeout(`no answer to ${op} in ${timeout * tries} ms`))
          entry.triesLeft--
          cancel = system.after(timeout, send)
          socket.send(datagram, (error) => {
            if (error) refused(error.message)
          })
        }
        pending.set(id, entry)
        send()
      })
      return accept(op, answer)
    },
    close() {
      if (closed) return
      closed = true
      for (const entry of pending.values())
        entry.settle(new DoorTimeout('closed while waiting for an answer'))
      socket.close()
    },
  }

  return new Promise((resolve, reject) => {
    let open = false
    socket.on('error', (error) => {
      if (open) return refused(error.message)
      closed = true
      socket.close()
      reject(new DoorUnreachable(error.message))
    })
    socket.connect(port, host, () => {
      open = true
      resolve(link)
    })
  })
}

function readAnswer(datagram: Uint8Array): Answer | null {
  try {
    const read = answerSchema.safeParse(JSON.parse(Buffer.from(datagram).toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function accept<O extends Operation>(op: O, answer: Answer): OutputOf<O> {
  if (!answer.ok) throw refusalError(answer.error, `${answer.error}: ${answer.detail}`)
  const read = operations[op].out.safeParse(answer)
  if (!read.success) throw new DoorProtocolError(`answer to ${op} not understood`)
  return read.data as OutputOf<O>
}

function refusalError(refusal: Refusal, message: string): DoorError {
  switch (refusal) {
    case 'full':
      return new DoorCapacity(message)
    case 'too-late':
      return new DoorActionFailed(message)
    case 'storage':
      return new DoorUpstream(message)
    case 'malformed':
      return new DoorRejected(message)
  }
}
