/**
 * Gives a user's token the key id that `auth: 'user'` demands: @supabase/lite signs HS256 without one. A token that does
 * not verify passes unchanged, for the function to refuse.
 */
export function createKidSigner(secret: string): (authorization: string) => Promise<string> {
  const key = crypto.subtle.importKey('raw', encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  return async (authorization) => {
    const [head, payload, signature] = /^Bearer (.+)$/.exec(authorization)?.[1]?.split('.') ?? []
    if (!head || !payload || !signature) return authorization
    try {
      const header = JSON.parse(new TextDecoder().decode(fromBase64Url(head)))
      if (header.alg !== 'HS256' || header.kid) return authorization
      const genuine = await crypto.subtle.verify(
        'HMAC',
        await key,
        fromBase64Url(signature),
        encode(`${head}.${payload}`),
      )
      if (!genuine) return authorization
      const body = `${toBase64Url(encode(JSON.stringify({ ...header, kid: 'local' })))}.${payload}`
      return `Bearer ${body}.${toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', await key, encode(body))))}`
    } catch {
      return authorization
    }
  }
}

const encode = (text: string) => new TextEncoder().encode(text)

const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
