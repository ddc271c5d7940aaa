import type { NetworkInterfaceInfo } from 'node:os'

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** The address of a hub that listens everywhere, as a program on this machine reaches it. */
export function localUrl(listens: string): string {
  return listens.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]')
}

/**
 * The address under which phones reach the hub. One that listens everywhere is reached by this machine's first IPv4
 * address that is not its own alone; without one, nobody but this machine reaches it.
 */
export function publicUrl(listens: string, interfaces: Interfaces): string {
  const url = new URL(listens)
  if (url.hostname !== '0.0.0.0' && url.hostname !== '[::]') return listens
  const outward = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return outward ? `${url.protocol}//${outward.address}:${url.port}` : localUrl(listens)
}
