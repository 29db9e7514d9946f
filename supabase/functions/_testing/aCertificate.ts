import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key and the certificate it signs for itself, as servers of a test show them. */
export function aCertificate(): { pem: string; privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('sns.test')))))
  const years = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const body = sequence(der(0x02, Buffer.from([1])), SHA256_WITH_RSA, name, years, name, key)
  const signature = Buffer.concat([Buffer.from([0]), sign('RSA-SHA256', body, privateKey)])
  const whole = sequence(body, SHA256_WITH_RSA, der(0x03, signature)).toString('base64')
  const lines = whole.match(/.{1,64}/g) ?? []
  return { pem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'), privateKey }
}

/** One value of DER (X.690): what it is, how long, itself. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts))

const SHA256_WITH_RSA = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')
