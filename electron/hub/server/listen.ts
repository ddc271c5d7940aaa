import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else has the port. The message is for the operator. */
export class PortInUseError extends Error {
  constructor(host: string, port: number) {
    super(
      `Port ${port} on ${host} is in use by another program. ` +
        'Stop that program, or choose another port with --port N (0 takes a free one).',
    )
    this.name = 'PortInUseError'
  }
}

/** Resolves when it listens. Rejects with PortInUseError, or with what the system says. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(host, port) : error)
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve(server.address() as AddressInfo)
    })
  })
}

/** Rejects as `listen` would, before anything else is begun. A free port may still be taken in between. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}

export function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
