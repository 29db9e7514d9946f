import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import process from 'node:process'

/** The environment names no key to encrypt with, or one that is none: for the operator to put right. */
export class MissingKeyError extends Error {
  override name = 'MissingKeyError'
}

/** What was sealed cannot be opened: by another key, for another owner, or changed since. */
export class SealedError extends Error {
  override name = 'SealedError'
}

const VERSION = 1
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Why secrets cannot be kept here, in a sentence for the operator; nothing where they can. */
export function whyNoSecrets(): string | undefined {
  try {
    keys()
    return undefined
  } catch (error) {
    if (error instanceof MissingKeyError) return error.message
    throw error
  }
}

/** Encrypts a value as JSON: AES-256-GCM with the newest key, bound to its owner, so that it opens in no other row. */
export function seal(value: unknown, owner: string): Buffer {
  const [key] = keys()
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed for this owner, with whichever key it was. */
export function unseal(sealed: Uint8Array, owner: string): unknown {
  if (sealed[0] !== VERSION || sealed.length <= 1 + NONCE_BYTES + TAG_BYTES) throw new SealedError('Nothing was sealed')
  for (const key of keys()) {
    const opened = opens(sealed, key, owner)
    if (opened !== undefined) return JSON.parse(opened)
  }
  throw new SealedError('The stored key opens with none of PROVIDERS_KEY; enter it again')
}

function opens(sealed: Uint8Array, key: Buffer, owner: string): string | undefined {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** The keys of PROVIDERS_KEY, parted by commas: the first encrypts, the others only open what they once encrypted. */
function keys(): [Buffer, ...Buffer[]] {
  const named = (process.env.PROVIDERS_KEY ?? '').split(',').filter(Boolean)
  const [first, ...former] = named.map((text) => Buffer.from(text.trim(), 'base64'))
  if (!first) throw new MissingKeyError('PROVIDERS_KEY is not set, so the keys of providers cannot be kept')
  for (const key of [first, ...former])
    if (key.length !== KEY_BYTES) throw new MissingKeyError('PROVIDERS_KEY must be 32 bytes in base64')
  return [first, ...former]
}
