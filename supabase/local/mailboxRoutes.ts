import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { listPage, messagePage } from './mailboxPage.ts'
import type { MailStore } from './mailStore.ts'
import { readableMail } from './readableMail.ts'

const filter = z.object({
  to: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

/** Mails come from anywhere: no script of theirs ever runs, and their links open elsewhere. */
const mailPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; script-src 'none'; object-src 'none'"

/** Answers `/mailbox/…`; says whether the path was one of its own. */
export function createMailboxRoutes(store: MailStore) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox')
    const path = pathname.replace(/^\/mailbox\/?/, '')
    const query = filter.safeParse(Object.fromEntries(searchParams))
    if (!query.success)
      return json(response, 400, { error: { code: 'invalid_input', message: 'limit is a number from 1 to 1000.' } })

    if (path === 'api/messages' && request.method === 'DELETE') {
      await store.clear()
      response.writeHead(204).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return json(response, 405, { error: { code: 'method_not_allowed', message: 'Only GET.' } })
    if (path === '') return html(response, listPage(await read(store, query.data), query.data.to))
    if (path === 'events') return follow(store, response)
    if (path === 'api/messages') return json(response, 200, await read(store, query.data))

    const [, apiOrPage, id, part] = /^(api\/messages|messages)\/(\d+)(\/html)?$/.exec(path) ?? []
    const stored = id ? store.find(Number(id)) : undefined
    if (!stored) return json(response, 404, { error: { code: 'not_found', message: 'There is no such mail.' } })
    const mail = await readableMail(stored)
    if (apiOrPage === 'api/messages') return json(response, 200, mail)
    if (!part) return html(response, messagePage(mail))
    // At the end, because anything before its doctype would show the mail in quirks mode.
    html(response, `${mail.html}<base target="_blank">`, mailPolicy)
  }
}

function read(store: MailStore, wanted: z.infer<typeof filter>) {
  return Promise.all(store.newest(wanted).map(readableMail))
}

/** Server-sent events: one message whenever mail arrived, at most one per half second. */
function follow(store: MailStore, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': listening\n\n')
  let pending: NodeJS.Timeout | undefined
  const stop = store.watch(() => {
    pending ??= setTimeout(() => {
      pending = undefined
      response.write('data: mail\n\n')
    }, 500)
  })
  response.on('close', () => {
    clearTimeout(pending)
    stop()
  })
}

function json(response: ServerResponse, status: number, body: unknown) {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}

function html(response: ServerResponse, body: string, policy?: string) {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(200, policy ? { ...headers, 'content-security-policy': policy } : headers).end(body)
}
