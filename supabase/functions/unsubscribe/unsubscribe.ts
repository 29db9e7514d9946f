import { z } from 'zod'
import { systemWordsFor } from '../../../src/content/systemWords.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { messageLink, readToken } from '../_shared/signedToken.ts'
import { nameOfTopic, topicNames } from '../_shared/topicNames.ts'
import { invalidPage, unsubscribePage } from './unsubscribePage.ts'

type Link = z.infer<typeof messageLink>

const known = z.object({ workspace: z.string(), email: z.string(), contact: z.int() })
const offered = z.array(
  z.object({ id: z.string(), ...topicNames.shape, state: z.enum(['subscribed', 'pending', 'unsubscribed']) }),
)

/**
 * The link of every message. GET shows a page and changes nothing, because mail scanners follow links; POST takes the
 * contact off the channel, be it the page's button or a mail program's one click (RFC 8058), or saves what they chose.
 */
export async function unsubscribe(request: Request, { path }: Context): Promise<Response> {
  const link = readToken(path.slice(1), messageLink)
  const words = systemWordsFor(link?.l ?? request.headers.get('accept-language')?.split(',', 1)[0])
  const reader = link && (await readerOf(link))
  if (!link || !reader) return invalidPage(words)
  const show = async (state: Parameters<typeof unsubscribePage>[1]) =>
    unsubscribePage(words, state, { ...reader, topics: await topicsOf(link, reader.contact, words.locale) })
  if (request.method !== 'POST') return show('asks')

  const form = await readForm(request)
  if (form.get('action') === 'save') {
    await choose(link, reader.contact, form)
    return show('saved')
  }
  const isBack = form.get('action') === 'resubscribe'
  const saidBy = form.get('List-Unsubscribe') === 'One-Click' ? 'oneClick' : 'link'
  await sql`select private.unsubscribe(${link.w}, ${link.d}, ${isBack}, ${saidBy}, now())`
  return show(isBack ? 'undone' : 'done')
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

async function readerOf({ w, d }: Link) {
  const [row] = await sql`
    select tenant.name as workspace, coalesce(delivery.address, contact.email, '') as email, contact.id as contact
    from public.deliveries delivery
    join public.workspaces tenant on tenant.id = delivery.workspace_id
    join public.contacts contact on contact.workspace_id = delivery.workspace_id and contact.id = delivery.contact_id
    where delivery.workspace_id = ${w} and delivery.id = ${d}`
  return row && known.parse(row)
}

async function topicsOf({ w, l }: Link, contact: number, spoken: string) {
  const rows = offered.parse(
    await sql`
      select topic.id, topic.name, topic.translations, private.subscription(${w}, ${contact}, 'email', topic.id) as state
      from public.topics topic where topic.workspace_id = ${w} order by topic.position, topic.id`,
  )
  return rows.map((row) => ({ id: row.id, name: nameOfTopic(row, l, spoken), state: row.state }))
}

const texts = z.array(z.string().max(50)).max(1000)

const choose = ({ w }: Link, contact: number, form: FormData) => sql`
  select private.choose_topics(${w}, ${contact}, ${texts.parse(form.getAll('shown'))}, ${texts.parse(form.getAll('topic'))}, now())`
