import { z } from 'zod'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords, systemWordsFor } from '../../../src/content/systemWords.ts'
import { contactPage, htmlText } from '../_shared/contactPage.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { confirmationLink, readToken } from '../_shared/signedToken.ts'
import { nameOfTopic, topicNames } from '../_shared/topicNames.ts'

const known = z.object({ workspace: z.string(), ...topicNames.shape })

/**
 * The link that asks a contact to confirm a subscription. GET shows a page and changes nothing, because mail scanners follow
 * links; the button confirms. The link holds for the address it was sent to, until the contact says otherwise.
 */
export async function confirm(request: Request, { path }: Context): Promise<Response> {
  const link = readToken(path.slice(1), confirmationLink)
  const words = systemWordsFor(link?.l ?? request.headers.get('accept-language')?.split(',', 1)[0])
  const topic = link && (await topicOf(link))
  const isKnown = link && topic && (request.method === 'POST' ? await confirmed(link) : true)
  if (!isKnown) {
    const { invalid } = words.unsubscribePage
    return contactPage({ words, title: invalid, content: `<h1>${escapeHtml(invalid)}</h1>`, status: 404 })
  }
  const names = { workspace: topic.workspace, email: link.e, topic: nameOfTopic(topic, link.l, words.locale) }
  const { title, body, button, done, doneBody } = words.confirmPage
  const [heading, more] = request.method === 'POST' ? [done, doneBody] : [title, body]
  const form = request.method === 'POST' ? '' : `<form method="post"><button>${escapeHtml(button)}</button></form>`
  const content = `<h1>${htmlText(heading, names)}</h1><p>${htmlText(more, names)}</p>${form}`
  return contactPage({ words, title: fillWords(heading, names), content })
}

type Link = z.infer<typeof confirmationLink>

async function topicOf({ w, t }: Link) {
  const [row] = await sql`
    select tenant.name as workspace, topic.name, topic.translations
    from public.topics topic join public.workspaces tenant on tenant.id = topic.workspace_id
    where topic.workspace_id = ${w} and topic.id = ${t}`
  return row && known.parse(row)
}

async function confirmed({ w, c, t, e }: Link): Promise<boolean> {
  const [row] = await sql`select private.confirm_subscription(${w}, ${c}, 'email', ${t}, ${e}, now()) as confirmed`
  return row?.confirmed === true
}
