import { SMTPServer } from 'smtp-server'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { aMail, deliveryId } from '../../../_testing/aMail.ts'
import { smtp } from './smtp.ts'

const now = Date.parse('2026-03-03T09:00:00Z')

afterEach(() => vi.unstubAllEnvs())

/** A mail server on this machine that refuses as it is told: everybody, by recipient, or after the text. */
async function aMailServer(refusals: { everybody?: number; recipient?: number; text?: number } = {}) {
  const seen: string[] = []
  const refusal = (responseCode: number | undefined) =>
    responseCode ? Object.assign(new Error('Why'), { responseCode }) : undefined
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onConnect: (_, done) => done(refusal(refusals.everybody)),
    onAuth: ({ username = '', password }, _, done) =>
      password === 'right' ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: (_, __, done) => done(refusal(refusals.recipient)),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        seen.push(`${session.user}\n${Buffer.concat(parts)}`)
        done(refusal(refusals.text))
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => new Promise<void>((done) => server.close(done)))
  const address = server.server.address()
  return { seen, port: typeof address === 'object' && address ? address.port : 0 }
}

async function send(settings: { port: number; host?: string }, password = 'right') {
  const config = {
    settings: { host: '127.0.0.1', from: 'a@teashop.example', user: 'tea', ...settings },
    secret: { password },
  }
  const sender = smtp.open(config)
  onTestFinished(() => sender.close?.())
  return await sender.send(aMail, { idempotencyKey: deliveryId, now })
}

test('hands a mail over as who it may', async () => {
  vi.stubEnv('WEBHOOK_LOCAL', 'allowed')
  const { seen, port } = await aMailServer()
  expect(await send({ port })).toEqual({ is: 'accepted', providerMessageId: aMail.messageId })
  expect(seen[0]).toMatch(/^tea\n/)
  expect(seen[0]).toContain(`Message-ID: ${aMail.messageId}`)
})

test.each([
  ['everybody', { everybody: 554 }, { is: 'refused', permanent: false, code: '554' }],
  [
    'a recipient that is not there',
    { recipient: 550 },
    { is: 'refused', permanent: true, code: '550', isBounce: true },
  ],
  ['a full mailbox', { recipient: 552 }, { is: 'refused', permanent: true, code: '552' }],
  ['a text it does not want', { text: 554 }, { is: 'refused', permanent: true, code: '554' }],
  ['no time now', { recipient: 451 }, { is: 'tryAgain' }],
])('%s', async (_, refusals, expected) => {
  vi.stubEnv('WEBHOOK_LOCAL', 'allowed')
  const { port } = await aMailServer(refusals)
  expect(await send({ port })).toEqual({ ...expected, text: expect.stringContaining('Why') })
})

test('a wrong password can be put right; a server that is not there may come', async () => {
  vi.stubEnv('WEBHOOK_LOCAL', 'allowed')
  const { port } = await aMailServer()
  expect(await send({ port }, 'wrong')).toMatchObject({ is: 'refused', permanent: false, code: '535' })
  expect(await send({ port: 1 })).toMatchObject({ is: 'tryAgain' })
})

test('asks no machine within, and no port but those of mail', async () => {
  const { port, seen } = await aMailServer()
  expect(await send({ port: 25, host: '10.0.0.7' })).toMatchObject({ is: 'refused', permanent: false, code: 'address' })
  expect(await send({ port: 5432, host: '93.184.216.34' })).toMatchObject({ is: 'refused', code: 'port' })
  expect(await send({ port })).toMatchObject({ is: 'refused', code: 'address' })
  expect(seen).toEqual([])
})
