import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { dataFolder } from '../../fixtures/app.ts'
import { type LightDevice, lightDevice } from '../../fixtures/light-device.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { contest, type Row } from '../measure.ts'
import { need, staffDevice } from '../members.ts'

const connections = 200

/** `connections`: memory of the hub for each connected kiosk that follows the catalogue. Floor: a bare Socket.IO connection. */
export function connectionsRow(): Promise<Row[]> {
  return contest({
    figures: { memory: { name: 'connections', unit: 'kB each', bound: 1.3 } },
    foyer: async () => ({ memory: await memoryOfKiosks() }),
    floor: async () => ({ memory: await memoryOfSockets() }),
  })
}

async function memoryOfKiosks(): Promise<number> {
  const data = dataFolder()
  const hub = await startStandaloneHub(['--data', data.dir, '--port', '0', '--demo'])
  const devices: LightDevice[] = []
  const staff = await staffDevice(hub.url, hub.pair[0] as string)
  try {
    const codes: string[] = []
    for (let n = 0; n < connections; n++) codes.push(await staff.pairingCode())
    return await grownBy(hub.process.pid as number, async () => {
      for (const code of codes) {
        const device = await lightDevice(hub.url, code)
        need(await device.verb('subscribe', { scopes: ['catalogue', 'doors'] }))
        devices.push(device)
      }
    })
  } finally {
    for (const device of [...devices, staff.device]) device.close()
    await hub.end()
    data.remove()
  }
}

async function memoryOfSockets(): Promise<number> {
  const program = join(import.meta.dirname, '../floors/plain-hub.ts')
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const sockets: Socket[] = []
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer]
    return await grownBy(child.pid as number, async () => {
      for (let n = 0; n < connections; n++) {
        const socket = io(`http://127.0.0.1:${port.toString().trim()}`, {
          transports: ['websocket'],
          forceNew: true,
        })
        await new Promise<void>((resolve) => socket.once('connect', resolve))
        await socket.emitWithAck('join')
        sockets.push(socket)
      }
    })
  } finally {
    for (const socket of sockets) socket.close()
    child.kill()
    await once(child, 'exit')
  }
}

/** kB a connection by which a process's memory grew (PSS). */
async function grownBy(pid: number, connect: () => Promise<void>): Promise<number> {
  const before = pssOf(pid)
  await connect()
  return (pssOf(pid) - before) / connections
}

/** kB: a process's own memory and its share of what it shares with others. Linux only. */
function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
}
