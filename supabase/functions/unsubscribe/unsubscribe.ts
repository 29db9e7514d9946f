import { z } from 'zod'
import { systemWordsFor } from '../../../src/content/systemWords.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { messageLink, readToken } from '../_shared/signedToken.ts'
import { unsubscribePage } from './unsubscribePage.ts'

const known = z.object({ workspace: z.string(), email: z.string() })

/**
 * The link of every message. GET shows a page and changes nothing, because mail scanners follow links; POST takes the
 * contact off the channel, be it the page's button or a mail program's one click (RFC 8058).
 */
export async function unsubscribe(request: Request, { path }: Context): Promise<Response> {
  const link = readToken(path.slice(1), messageLink)
  const words = systemWordsFor(link?.l ?? request.headers.get('accept-language')?.split(',', 1)[0])
  const names = link && (await namesOf(link))
  if (!link || !names) return page(unsubscribePage({ words, state: 'invalid' }), 404)
  if (request.method !== 'POST') return page(unsubscribePage({ words, state: 'asks', names }))

  const form = await readForm(request)
  const isBack = form.get('action') === 'resubscribe'
  const saidBy = form.get('List-Unsubscribe') === 'One-Click' ? 'oneClick' : 'link'
  await sql`select private.unsubscribe(${link.w}, ${link.d}, ${isBack}, ${saidBy}, now())`
  return page(unsubscribePage({ words, state: isBack ? 'undone' : 'done', names }))
}

/** RFC 8058 allows both kinds of form. Whatever else is posted counts as a wish to leave, without details. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

async function namesOf({ w, d }: z.infer<typeof messageLink>) {
  const [row] = await sql`
    select tenant.name as workspace, coalesce(delivery.address, contact.email, '') as email
    from public.deliveries delivery
    join public.workspaces tenant on tenant.id = delivery.workspace_id
    join public.contacts contact on contact.workspace_id = delivery.workspace_id and contact.id = delivery.contact_id
    where delivery.workspace_id = ${w} and delivery.id = ${d}`
  return row && known.parse(row)
}

const page = (html: string, status = 200): Response =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    },
  })
