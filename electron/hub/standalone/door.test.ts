import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../lib/log.ts'
import { realSystem } from '../../lib/system.ts'
import { type DoorProcess, runDoor } from './door.ts'

let dir: string
let door: DoorProcess | null = null
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-door-'))
})
afterEach(() => {
  door?.stop()
  door = null
  rmSync(dir, { recursive: true })
})

/** A door that answers each datagram with its process id. */
const answering = `
import { createSocket } from 'node:dgram'
const socket = createSocket('udp4')
socket.on('message', (_, from) => socket.send(String(process.pid), from.port, from.address))
socket.bind(Number(process.argv[5]), '127.0.0.1', () =>
  console.log(JSON.stringify({ ready: true, port: socket.address().port })))
`

function script(text: string): URL {
  const file = join(dir, 'door.mjs')
  writeFileSync(file, text)
  return pathToFileURL(file)
}

/** The process id that answers on the port; asks until one does. */
function whoAnswers(port: number): Promise<number> {
  const socket = createSocket('udp4')
  return new Promise((resolve) => {
    const asking = setInterval(() => socket.send('who', port, '127.0.0.1'), 20)
    socket.on('message', (text) => {
      clearInterval(asking)
      socket.close()
      resolve(Number(text))
    })
  })
}

describe("the demo's door", () => {
  it('is started again on its port when it was killed', async () => {
    door = await runDoor(script(answering), join(dir, 'state.json'), realSystem, silentLog)
    const first = await whoAnswers(door.port)
    process.kill(first, 'SIGKILL')
    const deadline = realSystem.now() + 10_000
    let second = first
    while (second === first && realSystem.now() < deadline) second = await whoAnswers(door.port)
    expect(second).not.toBe(first)
    process.kill(second, 0)
  })

  it('that does not come up is an error', async () => {
    const broken = runDoor(script('process.exit(3)'), join(dir, 'state.json'), realSystem, silentLog)
    await expect(broken).rejects.toThrow('ended with 3')
    const babbling = runDoor(script('console.log("hello")'), join(dir, 'state.json'), realSystem, silentLog)
    await expect(babbling).rejects.toThrow('said hello')
  })
})
