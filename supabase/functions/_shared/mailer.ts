import process from 'node:process'
import nodemailer from 'nodemailer'
import { promptSocket } from './promptSocket.ts'

/** The one SMTP pool of this function instance. */
export const mailer = nodemailer.createTransport({
  url: process.env.SMTP_URL ?? '',
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
