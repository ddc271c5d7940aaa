import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** Ed25519 (RFC 8032) over Node's own OpenSSL. */
export interface SigningKey {
  /** Raw public key, 32 bytes, base64url. */
  publicKey: string
  sign(text: string): string
  /** The same in a thread of its own: for whoever has something else to do meanwhile. */
  signLater(text: string): Promise<string>
  /** PKCS#8 PEM, to be kept in a file that only the owner reads. */
  pem: string
}

export function newSigningKey(): SigningKey {
  return fromPrivate(generateKeyPairSync('ed25519').privateKey)
}

/** Throws when `pem` is no Ed25519 private key. */
export function signingKeyFromPem(pem: string): SigningKey {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`expected an Ed25519 key, found ${key.asymmetricKeyType}`)
  return fromPrivate(key)
}

function fromPrivate(key: KeyObject): SigningKey {
  const jwk = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: jwk.x as string,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    signLater: (text) =>
      new Promise((resolve, reject) =>
        sign(null, Buffer.from(text), key, (error, signature) =>
          error ? reject(error) : resolve(signature.toString('base64url')),
        ),
      ),
    pem: key.export({ format: 'pem', type: 'pkcs8' }) as string,
  }
}

/** False for a wrong signature and for anything that is no key or signature at all. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
