import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../lib/log.ts'
import { realSystem } from '../lib/system.ts'
import { readRequest } from './protocol.ts'
import { serveSimDoor } from './serve.ts'

describe('datagrams at the simulated controller', () => {
  let dir: string
  let door: { port: number; close(): void }
  let socket: Socket
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'foyer-serve-'))
    const options = { state: join(dir, 'door.json'), host: '127.0.0.1', port: 0, capacity: 10 }
    door = await serveSimDoor(options, realSystem, silentLog)
    socket = createSocket('udp4')
    socket.connect(door.port, '127.0.0.1')
    await once(socket, 'connect')
  })
  afterEach(() => {
    socket.close()
    door.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const ask = async (datagram: string): Promise<unknown> => {
    const answered = once(socket, 'message') as Promise<[Buffer]>
    socket.send(datagram)
    const [answer] = await answered
    return JSON.parse(answer.toString())
  }

  it('malformed: answered when it says who asks, ignored otherwise, and never the end of it', async () => {
    for (const rubbish of ['', '{', 'null', '[]', '{"op":"put"}', '{"id":5,"op":"health"}'])
      socket.send(rubbish)
    expect(await ask('{"id":"a","op":"explode"}')).toMatchObject({ id: 'a', ok: false, error: 'malformed' })
    expect(await ask('{"id":"b","op":"unlock","seconds":0}')).toMatchObject({ id: 'b', error: 'malformed' })
    expect(await ask('{"id":"c","op":"health"}')).toMatchObject({ id: 'c', ok: true, credentials: 0 })
  })

  it('any bytes at all: read without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (datagram) => {
          expect(readRequest(datagram).ok).toBe(false)
        },
      ),
      { seed: 6 },
    )
  })

  it('port taken: refuses to start', async () => {
    const options = { state: join(dir, 'other.json'), host: '127.0.0.1', port: door.port, capacity: 10 }
    await expect(serveSimDoor(options, realSystem, silentLog)).rejects.toThrow('EADDRINUSE')
  })
})
