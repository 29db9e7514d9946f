import process from 'node:process'
import nodemailer from 'nodemailer'
import { promptSocket } from './promptSocket.ts'

/**
 * The one SMTP pool of this function instance. The address `smtp[s]://user:password@host:port` is taken apart here,
 * because nodemailer drops every other option, the pool among them, where it is given a `url`.
 */
export const mailer = nodemailer.createTransport({
  ...serverAt(process.env.SMTP_URL ?? 'smtp://127.0.0.1:25'),
  pool: true,
  getSocket: promptSocket,
  maxConnections: 8,
  maxMessages: Number.POSITIVE_INFINITY,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
})

/** The address mail comes from; the display name is the workspace's. */
export const senderAddress = process.env.MAIL_FROM ?? 'hello@perennial.example'

function serverAt(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  return {
    host: hostname,
    secure: protocol === 'smtps:',
    ...(port && { port: Number(port) }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}
