import process from 'node:process'
import { z } from 'zod'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords } from '../../../src/content/systemWords.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { mailer, senderAddress } from '../_shared/mailer.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import { invitationWordsFor } from './invitationWords.ts'

const wanted = z.strictObject({
  workspaceId: z.uuid(),
  email: z.email().max(320),
  role: z.enum(['viewer', 'editor', 'admin']),
  locale: z.string().max(35).optional(),
})

/** Invites somebody to a workspace and mails the link, in the language asked for. Answers `{ link }`. */
export async function invite(request: Request, { auth }: Context): Promise<Response> {
  const { workspaceId, email, role, locale } = await readJson(request, wanted)
  const inviter = auth.userClaims?.id ?? null
  await requireRole(inviter ?? undefined, workspaceId, 'admin')
  const [made] = await sql<{ token: string; workspace: string }[]>`
    select private.invite(${workspaceId}, ${inviter}, ${email}, ${role}) as token,
      (select name from public.workspaces where id = ${workspaceId}) as workspace`
  const link = `${process.env.APP_URL ?? process.env.PUBLIC_URL}/invite/${made?.token}`
  await mailer.sendMail(invitationMail({ to: email, link, workspace: made?.workspace ?? '', locale }))
  return Response.json({ link })
}

function invitationMail({
  to,
  link,
  workspace,
  locale,
}: {
  to: string
  link: string
  workspace: string
  locale?: string | undefined
}) {
  const { words, dir, locale: spoken } = invitationWordsFor(locale)
  const fill = (template: string) => fillWords(template, { workspace })
  const lines = [fill(words.body), words.note]
  return {
    from: { name: 'Perennial', address: senderAddress },
    to,
    subject: fill(words.subject).replace(/\s+/g, ' '),
    text: [lines[0], link, lines[1]].join('\n\n'),
    html: `<!doctype html><html lang="${spoken}" dir="${dir}"><body style="font:16px/1.5 sans-serif"><p>${escapeHtml(fill(words.body))}</p><p><a href="${escapeHtml(link)}">${escapeHtml(words.button)}</a></p><p>${escapeHtml(words.note)}</p></body></html>`,
  }
}
