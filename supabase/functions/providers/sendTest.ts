import { z } from 'zod'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords } from '../../../src/content/systemWords.ts'
import { sql } from '../_shared/database.ts'
import { HttpError } from '../_shared/httpError.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import type { Mail } from '../deliver/composeEmail.ts'
import { handOverThrough } from '../deliver/providers/openProviders.ts'
import { providerById } from '../deliver/providers/storedProvider.ts'
import { testWordsFor } from './testWords.ts'

const wanted = z.strictObject({ workspaceId: z.uuid(), id: z.uuid(), locale: z.string().max(35).optional() })

/** Sends a mail through a provider to whoever asks. Answers `{ to }`, or 422 with the provider's own words. */
export async function sendTest(
  request: Request,
  user: { id?: string | undefined; email?: string | undefined } | null | undefined,
): Promise<Response> {
  const { workspaceId, id, locale } = await readJson(request, wanted)
  await requireRole(user?.id, workspaceId, 'admin')
  const to = user?.email
  if (!to) throw new HttpError(422, 'no_address', 'Your account has no e-mail address to send the test to.')
  const stored = await providerById(workspaceId, id)
  if (!stored) throw new HttpError(404, 'no_such_provider', 'No such provider.')
  const [tenant] = await sql`select name from public.workspaces where id = ${workspaceId}`
  const key = crypto.randomUUID()
  const mail = testMail({ key, to, workspace: String(tenant?.name), from: stored.settings.from, locale })
  const handed = await handOverThrough(stored, mail, { idempotencyKey: key, now: Date.now() })
  if (handed.is === 'accepted') return Response.json({ to })
  const code = handed.is === 'refused' ? handed.code : ''
  throw new HttpError(422, 'not_accepted', `The provider did not accept the mail: ${code} ${handed.text}`.trim(), {
    said: `${code} ${handed.text}`.trim().slice(0, 300),
  })
}

function testMail(about: {
  key: string
  to: string
  workspace: string
  from: string
  locale: string | undefined
}): Mail {
  const { words, locale, dir } = testWordsFor(about.locale)
  const body = fillWords(words.body, { workspace: about.workspace })
  return {
    from: { name: about.workspace, address: about.from },
    to: about.to,
    subject: words.subject,
    text: body,
    html: `<!doctype html><html lang="${locale}" dir="${dir}"><body style="font:16px/1.5 sans-serif"><p>${escapeHtml(body)}</p></body></html>`,
    messageId: `<${about.key}@test>`,
    headers: {},
  }
}
