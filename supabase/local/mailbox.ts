import { createMailboxRoutes } from './mailboxRoutes.ts'
import { startMailServer } from './mailServer.ts'
import { openMailStore } from './mailStore.ts'

/** A real mail server and the page to read what it took; mails outlive a restart. */
export async function startMailbox({ port, dataDir }: { port: number; dataDir: string }) {
  const store = await openMailStore(dataDir)
  const server = await startMailServer({ port, store })
  return {
    routes: createMailboxRoutes(store),
    async stop() {
      await server.stop()
      await store.close()
    },
  }
}
