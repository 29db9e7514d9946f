import process from 'node:process'
import { oneLine } from '../../../src/content/cleanText.ts'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { formatDate } from '../../../src/content/formats.ts'
import { mailScope, renderTemplate } from '../../../src/content/liquid.ts'
import { fillMarks } from '../../../src/content/markup.ts'
import { fillWords } from '../../../src/content/systemWords.ts'
import { addDuration } from '../../../src/engine/duration.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { type TaskData, task } from '../../../src/nodes/task/task.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { senderAddress } from '../_shared/mailer.ts'
import { toInstant } from '../_shared/now.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { Mail } from './composeEmail.ts'
import type { Outcome } from './outcome.ts'
import type { TaskArrivals } from './taskArrivals.ts'
import { taskWordsFor } from './taskWords.ts'

/** The mail that hands a task to its person, in the workspace's source language. */
export function composeTask(
  row: ClaimedDelivery,
  { journeys, arrivals }: { journeys: CompiledVersions; arrivals: TaskArrivals },
): { outcome: Outcome; mail?: Mail } {
  const own = { workspace_id: row.workspace_id, id: row.id }
  const node = journeyOf(journeys, row).nodes.get(row.node_id)
  if (node?.type.type !== task.type) return { outcome: { ...own, kind: 'failed', because: 'stepMissing' } }
  const data = task.data.parse(node.data)
  const { title, note, problems } = filled(data, row)
  const outcome: Outcome = { ...own, kind: 'sent', address: data.assignee, locale: row.source_locale }
  if (problems.length > 0 || title === '') {
    return { outcome: { ...outcome, kind: 'failed', because: 'renderFailed', error: problems.join(' ') } }
  }
  return { outcome, mail: mailOf(row, { assignee: data.assignee, title, note, due: dueAt(row, data, arrivals) }) }
}

const zoneOf = (row: ClaimedDelivery): string => firstZone(row.workspace_zone)

function filled({ title, note }: TaskData, row: ClaimedDelivery) {
  const problems: string[] = []
  const contact = { ...row.attributes, email: row.email, id: row.external_id }
  const run = {
    scope: mailScope({ contact, event: row.event, unsubscribeUrl: '' }),
    locale: row.source_locale,
    zone: zoneOf(row),
    report: ({ code, severity }: { code: string; severity: string }) => severity === 'blocks' && problems.push(code),
  }
  const fill = (template: string) => fillMarks(renderTemplate(template, run), (value) => value)
  return { title: oneLine(fill(title)), note: fill(note).trim(), problems }
}

const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1c1917;color:#ffffff;text-decoration:none'

interface Told {
  assignee: string
  title: string
  note: string
  /** In epoch milliseconds; nothing where there is no date. */
  due: number | undefined
}

function mailOf(row: ClaimedDelivery, { assignee, title, note, due: at }: Told): Mail {
  const { words, locale, dir } = taskWordsFor(row.source_locale)
  const due = at === undefined ? undefined : fillWords(words.due, { date: dateText(at, { locale, zone: zoneOf(row) }) })
  const names = { contact: row.email ?? row.external_id ?? `#${row.contact_id}`, workspace: row.workspace_name }
  const intro = fillWords(words.intro, names)
  const footer = fillWords(words.footer, names)
  const link = `${process.env.APP_URL ?? process.env.PUBLIC_URL ?? process.env.SUPABASE_URL}/w/${row.workspace_id}/contacts/${row.contact_id}`
  const paragraph = (text: string) => `<p style="white-space:pre-line" dir="auto">${escapeHtml(text)}</p>`
  const told = [intro, title, due, note].filter((text) => text !== undefined && text !== '')
  return {
    from: { name: row.workspace_name, address: senderAddress },
    to: assignee,
    subject: due === undefined ? title : `${title} · ${due}`,
    text: [...told, link, footer].join('\n\n'),
    html: `<!doctype html><html lang="${locale}" dir="${dir}"><body style="font:16px/1.6 sans-serif">${[
      paragraph(intro),
      `<h1 style="font-size:20px" dir="auto">${escapeHtml(title)}</h1>`,
      due === undefined ? '' : paragraph(due),
      note === '' ? '' : paragraph(note),
      `<p><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(words.button)}</a></p>`,
      `<p style="color:#57534e;font-size:14px">${escapeHtml(footer)}</p>`,
    ].join('')}</body></html>`,
    messageId: `<${row.id}@${senderAddress.split('@')[1] ?? 'localhost'}>`,
    headers: { 'X-Perennial-Delivery': `${row.workspace_id}/${row.id}` },
  }
}

/** Counted on the workspace's calendar, for its people do the task. */
function dueAt(row: ClaimedDelivery, { due }: TaskData, arrivals: TaskArrivals): number | undefined {
  const arrived = arrivals.get(row.id)
  return due === undefined || arrived === undefined ? undefined : addDuration(arrived, due, zoneOf(row))
}

const dateText = (at: number, where: { locale: string; zone: string }): string =>
  formatDate(toInstant(at), { ...where, dateStyle: 'full', timeStyle: 'short' }) ?? toInstant(at)
