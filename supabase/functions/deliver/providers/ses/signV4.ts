import { Buffer } from 'node:buffer'
import { createHash, createHmac } from 'node:crypto'

/** Who asks what: the request as it will be sent. `headers` are all signed; `host` among them. */
export interface Unsigned {
  method: string
  url: URL
  headers: Record<string, string>
  body: string
}

export interface AwsKey {
  accessKeyId: string
  secretAccessKey: string
  region: string
  service: string
}

/**
 * The `authorization` and `x-amz-date` with which AWS knows a request is by the owner of a key and unchanged: Signature Version 4,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. `now` in epoch milliseconds. The
 * path must need no encoding.
 */
export function signV4({ method, url, headers, body }: Unsigned, key: AwsKey, now: number): Record<string, string> {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const signed = Object.entries({ ...headers, 'x-amz-date': stamp })
    .map(([name, value]) => [name.toLowerCase(), value.trim()])
    .sort(byName)
  const names = signed.map(([name]) => name).join(';')
  const canonical = [
    method,
    url.pathname,
    queryOf(url),
    ...signed.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(body),
  ].join('\n')
  const scope = [stamp.slice(0, 8), key.region, key.service, 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), sha256(canonical)].join('\n')
  const start: string | Uint8Array = `AWS4${key.secretAccessKey}`
  const derived = scope.reduce<string | Uint8Array>((from, part) => hmac(from, part), start)
  const signature = Buffer.from(hmac(derived, toSign)).toString('hex')
  const credential = `${key.accessKeyId}/${scope.join('/')}`
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
    'x-amz-date': stamp,
  }
}

const byName = ([one = '']: string[], [other = '']: string[]): number => (one < other ? -1 : 1)

const queryOf = (url: URL): string =>
  [...url.searchParams]
    .map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)])
    .sort(byName)
    .map((pair) => pair.join('='))
    .join('&')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (by: string | Uint8Array, text: string): Uint8Array => createHmac('sha256', by).update(text).digest()
