import { expect, inject, test } from 'vitest'

const health = (headers: Record<string, string> = {}) => fetch(`${inject('url')}/functions/v1/health`, { headers })

async function aUserToken() {
  const response = await fetch(`${inject('url')}/auth/v1/signup`, {
    method: 'POST',
    headers: { apikey: inject('publishableKey'), 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${crypto.randomUUID()}@perennial.example`, password: 'long-enough' }),
  })
  return (await response.json()).access_token
}

const refusal = { error: { code: 'unauthorized', message: 'The key or token is missing or not valid.' } }

test('refuses a caller without a key', async () => {
  const response = await health()
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual(refusal)
})

test('refuses a wrong key and a publishable one', async () => {
  for (const apikey of ['sb_secret_wrong', inject('publishableKey')]) {
    expect((await health({ apikey })).status).toBe(401)
  }
})

test('refuses a forged token', async () => {
  const token = await aUserToken()
  const [head, , signature] = token.split('.')
  const claims = Buffer.from(JSON.stringify({ sub: crypto.randomUUID(), role: 'authenticated' })).toString('base64url')
  const response = await health({ authorization: `Bearer ${head}.${claims}.${signature}` })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual(refusal)
})

test('answers the secret key and a signed-in user', async () => {
  const callers: Record<string, string>[] = [
    { apikey: inject('secretKey') },
    { authorization: `Bearer ${await aUserToken()}` },
  ]
  for (const headers of callers) {
    const response = await health(headers)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ok: true, database: true })
  }
})

test('answers preflights, and names the allowed origin on refusals too', async () => {
  const preflight = await fetch(`${inject('url')}/functions/v1/health`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('apikey')
  expect((await health()).headers.get('access-control-allow-origin')).toBe('*')
})
