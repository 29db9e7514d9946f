import type { Server } from 'node:http'
import { createServer } from 'vite'
import { projectDir } from './folders.ts'

/** Vite with hot reload, its websocket on the same server as everything else. */
export async function createDevApp(server: Server) {
  const vite = await createServer({
    root: projectDir,
    server: { middlewareMode: true, hmr: { server }, ws: undefined },
    appType: 'spa',
    logLevel: 'warn',
    clearScreen: false,
  })
  return { listener: vite.middlewares, close: () => vite.close() }
}
