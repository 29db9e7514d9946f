import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Api } from './api.ts'
import { busyPort } from './ports.ts'
import { createProxy } from './proxy.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

type Parts = { api: Api; functionsPort: number | undefined; mailbox: Listener | undefined }

/** One address for everything, as a hosted project with a domain of its own has. It opens when all is in place. */
export function createOrigin({ api, functionsPort, mailbox }: Parts) {
  const toApi = getRequestListener((request) => api.fetch(request))
  const functions = functionsPort ? createProxy(functionsPort) : undefined
  let app: Listener = notFound

  function route(path: string): Listener {
    if (/^\/(auth|rest)\/v1(\/|$)/.test(path)) return toApi
    if (/^\/functions\/v1(\/|$)/.test(path)) return functions?.forward ?? notFound
    if (/^\/mailbox(\/|$)/.test(path)) return mailbox ?? notFound
    if (/^\/v1\/[a-z]+\/?$/.test(path)) return toIngest
    return app
  }

  // Where Segment's libraries send to when only their host is changed.
  const toIngest: Listener = (request, response) => {
    request.url = `/functions/v1/ingest${request.url}`
    return (functions?.forward ?? notFound)(request, response)
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    Promise.resolve(route(path)(request, response)).catch(() => broken(response))
  })
  server.keepAliveTimeout = 30_000
  return {
    server,
    show(listener: Listener) {
      app = listener
    },
    open: (port: number) => listen(server, port),
    close: () =>
      new Promise<void>((resolve) => {
        functions?.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? busyPort('app', port) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

const notFound: Listener = (_request, response) =>
  response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing at this address.')

function broken(response: ServerResponse) {
  if (response.headersSent) return response.destroy()
  return response.writeHead(500, { 'content-type': 'text/plain' }).end('Something went wrong in the local stack.')
}
