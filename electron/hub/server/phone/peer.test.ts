import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { peerOf } from './peer.ts'

const from = (remoteAddress: string | undefined, forwarded?: string): string =>
  peerOf({
    socket: { remoteAddress },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  } as unknown as IncomingMessage)

it('is the address, however IPv4 is written', () => {
  expect(from('192.0.2.7')).toBe('192.0.2.7')
  expect(from('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(from(undefined)).toBe('')
})

it('is the network of an IPv6 address', () => {
  expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(from('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(from('2001:0db8::1')).toBe('2001:db8:0:0')
  expect(from('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(from('::1')).toBe('0:0:0:0')
})

it('is what a proxy on this machine says, and nobody else', () => {
  expect(from('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
  expect(from('::ffff:127.0.0.1', '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
  expect(from('192.0.2.7', '203.0.113.9')).toBe('192.0.2.7')
})
