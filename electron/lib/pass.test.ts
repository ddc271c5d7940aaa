import { createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { newSigningKey, signingKeyFromPem } from './ed25519.ts'
import { passLeeway, signPass, verifyPass } from './pass.ts'

const key = newSigningKey()
const claims = { sub: '0199-booking', loc: 'lindenhof', nbf: 1_000_000, exp: 1_036_000 }

describe('day pass (R7.1)', () => {
  it('verifies with the public key alone', () => {
    expect(verifyPass(key.publicKey, signPass(key, claims), claims.nbf)).toEqual({ ok: true, claims })
  })

  it("is a JWS by somebody else's hand too (RFC 7515, RFC 8037)", async () => {
    const jwk = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey },
      format: 'jwk',
    }).export({ format: 'jwk' })
    const { payload, protectedHeader } = await compactVerify(
      signPass(key, claims),
      await importJWK(jwk, 'EdDSA'),
    )
    expect(protectedHeader.alg).toBe('EdDSA')
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims)
  })

  it('is short enough for a coarse QR', () => {
    expect(signPass(key, { ...claims, sub: '019aaaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee' }).length).toBeLessThan(260)
  })

  it('holds from nbf to exp, with a minute for clocks that differ', () => {
    const pass = signPass(key, claims)
    const at = (seconds: number) => verifyPass(key.publicKey, pass, seconds)
    expect(at(claims.nbf - passLeeway).ok).toBe(true)
    expect(at(claims.nbf - passLeeway - 1)).toEqual({ ok: false, why: 'not-yet' })
    expect(at(claims.exp + passLeeway - 1).ok).toBe(true)
    expect(at(claims.exp + passLeeway)).toEqual({ ok: false, why: 'expired' })
  })

  it('of another hub is forged', () => {
    expect(verifyPass(newSigningKey().publicKey, signPass(key, claims), claims.nbf)).toEqual({
      ok: false,
      why: 'forged',
    })
  })

  it('changed anywhere is no pass', () => {
    const pass = signPass(key, claims)
    fc.assert(
      fc.property(
        fc.nat(pass.length - 1),
        fc.constantFrom('A', 'z', '0', '9', '-', '_', '.'),
        (at, letter) => {
          fc.pre(pass[at] !== letter)
          // The last letter of base64url carries bits that do not count.
          fc.pre(at !== pass.length - 1)
          expect(
            verifyPass(key.publicKey, pass.slice(0, at) + letter + pass.slice(at + 1), claims.nbf).ok,
          ).toBe(false)
        },
      ),
      { seed: 20261123, numRuns: 300 },
    )
  })

  it('rubbish is no pass and no crash', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyPass(key.publicKey, text, 0).ok).toBe(false)
      }),
      { seed: 20261123 },
    )
    expect(verifyPass(key.publicKey, 'eyJhbGciOiJub25lIn0.e30.', 0).ok).toBe(false)
  })

  it('a key comes back from its file, and another kind of key does not', () => {
    expect(signingKeyFromPem(key.pem).publicKey).toBe(key.publicKey)
    expect(() => signingKeyFromPem('no key')).toThrow()
  })
})
