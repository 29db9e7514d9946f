import process from 'node:process'
import { z } from 'zod'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords } from '../../../src/content/systemWords.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
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
  try {
    await mailer.sendMail(invitationMail({ to: email, link, workspace: made?.workspace ?? '', locale }))
  } catch (error) {
    await revokeOpen(workspaceId, email)
    throw refusalOf(error)
  }
  return Response.json({ link })
}

/** An invitation that reached nobody would only be in the way of the next one. */
const revokeOpen = (workspaceId: string, email: string) => sql`
  update public.invitations set revoked_at = now()
  where workspace_id = ${workspaceId} and lower(email) = lower(${email}) and accepted_at is null and revoked_at is null`

const smtpError = z.object({ responseCode: z.int().optional(), message: z.string() })

function refusalOf(error: unknown): HttpError {
  const { responseCode = 0, message } = smtpError.parse(error)
  return responseCode >= 500
    ? new HttpError(422, 'address_refused', `The mail server refuses this address: ${message}`)
    : new HttpError(503, 'mail_unavailable', `The mail could not be sent; try again in a moment: ${message}`)
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
