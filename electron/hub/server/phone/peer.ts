import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * Whom a request is counted against: the address, for IPv6 its /64, as one household has all of that. Behind a proxy on
 * this machine it is the address that the proxy added last; from elsewhere such a header is not believed.
 */
export function peerOf(request: IncomingMessage): string {
  const peer = plain(request.socket.remoteAddress ?? '')
  const said = [request.headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim()
  const address = said && (peer === '::1' || peer.startsWith('127.')) ? plain(said) : peer
  return isIPv6(address) ? prefixOf(address) : address
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** The first four groups of an IPv6 address, written out. */
function prefixOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
