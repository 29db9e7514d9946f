import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MissingKeyError, SealedError, seal, unseal, whyNoSecrets } from './secretBox.ts'

const aKey = () => randomBytes(32).toString('base64')
const use = (key: string) => vi.stubEnv('PROVIDERS_KEY', key)
const secret = { apiKey: 're_123', note: 'ș' }

beforeEach(() => use(aKey()))
afterEach(() => vi.unstubAllEnvs())

test('opens what was sealed for the same owner, and holds nothing of it in the open', () => {
  const sealed = seal(secret, 'w/p')
  expect(unseal(sealed, 'w/p')).toEqual(secret)
  expect(sealed.toString('latin1')).not.toContain('re_123')
  expect(seal(secret, 'w/p').equals(sealed)).toBe(false)
})

test('does not open for another owner, nor once changed anywhere', () => {
  const sealed = seal(secret, 'w/p')
  expect(() => unseal(sealed, 'w/q')).toThrow(SealedError)
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(changed, 'w/p')).toThrow(SealedError)
  }
  expect(() => unseal(sealed.subarray(0, 20), 'w/p')).toThrow(SealedError)
})

test('a former key still opens, and does not seal any more', () => {
  const [former, next] = [aKey(), aKey()]
  use(former)
  const sealed = seal(secret, 'w/p')
  use(`${next}, ${former}`)
  expect(unseal(sealed, 'w/p')).toEqual(secret)
  const again = seal(secret, 'w/p')
  use(former)
  expect(() => unseal(again, 'w/p')).toThrow(SealedError)
})

test.each([
  ['', 'is not set'],
  ['c2hvcnQ=', 'must be 32 bytes'],
])('says why it cannot with the key %j', (key, why) => {
  use(key)
  expect(whyNoSecrets()).toContain(why)
  expect(() => seal(secret, 'w/p')).toThrow(MissingKeyError)
})

test('says nothing where it can', () => {
  expect(whyNoSecrets()).toBeUndefined()
})
