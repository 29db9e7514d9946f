import { SMTPServer } from 'smtp-server'
import { startFunctions } from '../../supabase/local/denoProcess.ts'
import { localKeys } from '../../supabase/local/localKeys.ts'
import { freePorts } from '../../supabase/local/ports.ts'

export type Functions = Awaited<ReturnType<typeof startServer>>

/** The functions as the embedded stack runs them, and a mail server that takes everything and keeps nothing. */
export async function startServer(databaseUrl: string) {
  const ports = await freePorts()
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.on('end', () => done()).resume()
    },
  })
  sink.listen(ports.smtp, '127.0.0.1')
  const url = `http://127.0.0.1:${ports.functions}`
  const report = (line: string) => process.stderr.write(`${line}\n`)
  const functions = await startFunctions({ port: ports.functions, url, databaseUrl, smtpPort: ports.smtp, report })
  return {
    /** The answer to a call, which has to succeed. */
    async call(path: string, body: object, headers: Record<string, string> = { apikey: localKeys.secret }) {
      const response = await fetch(`${url}/functions/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return response.json()
    },
    async stop() {
      await functions.stop()
      await new Promise<void>((resolve) => sink.close(() => resolve()))
    },
  }
}
