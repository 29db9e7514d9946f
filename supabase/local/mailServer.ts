import { SMTPServer } from 'smtp-server'
import type { MailStore } from './mailStore.ts'
import { busyPort } from './ports.ts'

/** Recipients in these domains are turned down, so that the handling of refusals can be seen and tested. */
const refusals = new Map([
  ['refuse.example', { code: 550, message: '5.1.1 No such mailbox' }],
  ['defer.example', { code: 451, message: '4.3.0 Try again later' }],
])

type MailServerOptions = { port: number; store: MailStore; onMail: (raw: string) => void }

/** Takes every other mail, without TLS and passwords: it listens on loopback only. */
export async function startMailServer({ port, store, onMail }: MailServerOptions) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: 10 * 1024 * 1024,
    logger: false,
    maxClients: 200,
    onRcptTo({ address }, _session, done) {
      const refusal = refusals.get(address.split('@').at(-1)?.toLowerCase() ?? '')
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : undefined)
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address.toLowerCase())
        const raw = Buffer.concat(chunks).toString('latin1')
        store.add({ at: new Date().toISOString(), from, to, raw }).then(() => {
          onMail(raw)
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? busyPort('smtp', port) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  server.on('error', () => undefined)
  return { stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
