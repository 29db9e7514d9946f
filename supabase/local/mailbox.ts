import { createDeliveryReports } from './deliveryReports.ts'
import { createMailboxRoutes } from './mailboxRoutes.ts'
import { startMailServer } from './mailServer.ts'
import { openMailStore } from './mailStore.ts'

type MailboxOptions = { port: number; dataDir: string; functionsUrl: string; report: (line: string) => void }

/** A real mail server and the page to read what it took; mails outlive a restart. */
export async function startMailbox({ port, dataDir, functionsUrl, report }: MailboxOptions) {
  const reports = createDeliveryReports({ functionsUrl, report })
  const store = await openMailStore(dataDir)
  const server = await startMailServer({ port, store, onMail: reports.heard })
  return {
    routes: createMailboxRoutes(store),
    sendReports: reports.stop,
    async stop() {
      await server.stop()
      await store.close()
    },
  }
}
