import process from 'node:process'
import nodemailer from 'nodemailer'
import { z } from 'zod'
import { checkedAddress } from '../../../_shared/outside/checkedAddress.ts'
import { RefusedAddressError } from '../../../_shared/outside/outsideErrors.ts'
import { promptSocket } from '../../../_shared/promptSocket.ts'
import { defineProvider } from '../provider.ts'
import { sharedSettings } from '../sharedSettings.ts'
import { handOverSmtp } from './handOverSmtp.ts'

/** The ports mail is handed in at (RFC 6409, RFC 8314); others could be anything within. */
const PORTS = [25, 465, 587, 2525]

const settings = z.strictObject({
  ...sharedSettings,
  host: z.hostname().max(253),
  port: z.int().min(1).max(65_535),
  user: z.string().max(300).optional(),
})
const secret = z.strictObject({ password: z.string().min(1).max(300).optional() })

/** A mail server of the workspace's own, by name and password; encrypted, except on this very machine. */
export const smtp = defineProvider({
  kind: 'smtp',
  channel: 'email',
  settings,
  secret,
  pace: { atOnce: 8, perSecond: 200 },
  open({ settings: { host, port, user }, secret: { password } }) {
    const local = process.env.WEBHOOK_LOCAL === 'allowed'
    // The port is of mail, and not of the web, so only the name is looked at here.
    const looked = () => checkedAddress(new URL(`https://${host}/`), { ports: [], local })
    const pinned: typeof promptSocket = (target, done) => {
      looked().then(
        ({ address }) => promptSocket({ ...target, host: address }, done),
        (error: Error) => done(error, undefined),
      )
    }
    const transport = nodemailer.createTransport({
      host,
      port,
      secure: port === 465,
      requireTLS: port !== 465 && !local,
      ...(user && password && { auth: { user, pass: password } }),
      getSocket: pinned,
      pool: true,
      maxConnections: 8,
      maxMessages: Number.POSITIVE_INFINITY,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    })
    return {
      async send(mail, { now }) {
        try {
          await looked()
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error)
          if (!(error instanceof RefusedAddressError)) return { is: 'tryAgain', text }
          return { is: 'refused', permanent: false, code: 'address', text }
        }
        if (!local && !PORTS.includes(port))
          return { is: 'refused', permanent: false, code: 'port', text: `Port ${port} is not one of mail` }
        return await handOverSmtp(transport, mail, now)
      },
      close: () => transport.close(),
    }
  },
})
