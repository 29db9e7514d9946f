import { expect, inject, test } from 'vitest'

const url = inject('url')
const headers = { apikey: inject('publishableKey'), 'content-type': 'application/json' }

const post = (path: string, body: unknown) =>
  fetch(`${url}/auth/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })

const mailTo = async (address: string) => {
  const [mail] = await (await fetch(`${url}/mailbox/api/messages?to=${address}`)).json()
  return mail
}

const linkIn = (text: string) => /http\S+\/auth\/v1\/verify\S+/.exec(text)?.[0] ?? ''

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('signs a new person in at once, with the e-mail address in the token', async () => {
  const session = await (await post('signup', { email: 'zoe@perennial.example', password: 'long-enough' })).json()
  expect(claimsOf(session.access_token)).toMatchObject({ email: 'zoe@perennial.example', role: 'authenticated' })
})

test('refuses a short password', async () => {
  expect((await post('signup', { email: 'short@perennial.example', password: 'seven77' })).status).toBe(422)
})

test('mails a magic link that leads to the page asked for, signed in', async () => {
  const page = `${url}/invitations/abc?from=mail`
  const asked = await post(`otp?redirect_to=${encodeURIComponent(page)}`, {
    email: 'lin@perennial.example',
    create_user: true,
  })
  expect(asked.status).toBe(200)

  const mail = await mailTo('lin@perennial.example')
  const answer = await fetch(linkIn(mail.text), { redirect: 'manual' })
  const [location, fragment] = (answer.headers.get('location') ?? '').split('#')
  expect(location).toBe(page)
  expect(claimsOf(new URLSearchParams(fragment).get('access_token') ?? '')).toMatchObject({
    email: 'lin@perennial.example',
  })
})

test('never leads to another site', async () => {
  await post(`otp?redirect_to=${encodeURIComponent('https://evil.example/')}`, { email: 'kim@perennial.example' })
  const mail = await mailTo('kim@perennial.example')
  expect(mail.text).not.toContain('evil')
  const tampered = linkIn(mail.text).replace(
    /redirect_to=.*/,
    `redirect_to=${encodeURIComponent('https://evil.example/')}`,
  )
  const answer = await fetch(tampered, { redirect: 'manual' })
  expect(answer.headers.get('location')?.split('#')[0]).toBe(url)
})
