import { isIP } from 'node:net'

/**
 * Whether a provider could reach us at `base`: one out in the world (`api` null) needs a public https address, one on this
 * machine reaches every address of this machine. Mollie refuses a page whose webhook it cannot reach, so it gets none.
 */
export function canReach(api: string | null, base: string): boolean {
  if (api !== null && isLocal(new URL(api).hostname)) return true
  const { protocol, hostname } = new URL(base)
  return protocol === 'https:' && isPublicName(hostname)
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

function isPublicName(hostname: string): boolean {
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return (
    !isAddress && hostname.includes('.') && !/\.(?:local|lan|internal|home\.arpa|localhost)$/.test(hostname)
  )
}
