import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { type Interfaces, localUrl, publicUrl } from './public-url.ts'

const address = (over: Partial<NetworkInterfaceInfo>): NetworkInterfaceInfo =>
  ({ family: 'IPv4', internal: false, address: '192.168.1.20', ...over }) as NetworkInterfaceInfo

const house: Interfaces = {
  lo: [address({ internal: true, address: '127.0.0.1' })],
  eth0: [address({ family: 'IPv6', address: 'fe80::1' }), address({})],
  wlan0: [address({ address: '10.0.0.7' })],
}

describe('where phones reach the hub', () => {
  it.each(['http://0.0.0.0:7300', 'http://[::]:7300'])(
    'is the first address of the house when it listens on %s',
    (listens) => {
      expect(publicUrl(listens, house)).toBe('http://192.168.1.20:7300')
    },
  )

  it('is this machine alone when it has no network', () => {
    expect(publicUrl('http://0.0.0.0:7300', { lo: house.lo })).toBe('http://127.0.0.1:7300')
    expect(publicUrl('http://[::]:7300', {})).toBe('http://[::1]:7300')
  })

  it('is the address that it listens on, where that is one', () => {
    expect(publicUrl('http://127.0.0.1:7300', house)).toBe('http://127.0.0.1:7300')
    expect(publicUrl('http://192.168.1.9:7300', house)).toBe('http://192.168.1.9:7300')
  })

  it('is no matter for the app that embeds it', () => {
    expect(localUrl('http://0.0.0.0:7300')).toBe('http://127.0.0.1:7300')
    expect(localUrl('http://192.168.1.9:7300')).toBe('http://192.168.1.9:7300')
  })
})
