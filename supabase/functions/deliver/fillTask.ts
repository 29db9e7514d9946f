import process from 'node:process'
import { oneLine } from '../../../src/content/cleanText.ts'
import { mailScope, renderTemplate } from '../../../src/content/liquid.ts'
import { fillMarks } from '../../../src/content/markup.ts'
import { addDuration } from '../../../src/engine/duration.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { type TaskData, task } from '../../../src/nodes/task/task.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { TaskArrivals } from './taskArrivals.ts'

/** A task of a journey for one contact, with all that its person needs to know. */
export interface FilledTask {
  assignee: string
  title: string
  note: string
  /** In epoch milliseconds; nothing where there is no date. */
  due: number | undefined
  zone: string
  /** Where the contact is looked at in the app. */
  link: string
}

type Unfilled = { because: 'stepMissing' | 'renderFailed'; error?: string }

/** Fills a task in, or says why it cannot be. */
export function fillTask(
  row: ClaimedDelivery,
  { journeys, arrivals }: { journeys: CompiledVersions; arrivals: TaskArrivals },
): FilledTask | Unfilled {
  const node = journeyOf(journeys, row).nodes.get(row.node_id)
  if (node?.type.type !== task.type) return { because: 'stepMissing' }
  const data = task.data.parse(node.data)
  const zone = firstZone(row.workspace_zone)
  const { title, note, problems } = texts(data, row, zone)
  if (problems.length > 0 || title === '') return { because: 'renderFailed', error: problems.join(' ') }
  const app = process.env.APP_URL ?? process.env.PUBLIC_URL ?? process.env.SUPABASE_URL
  const link = `${app}/w/${row.workspace_id}/contacts/${row.contact_id}`
  return { assignee: data.assignee, title, note, due: dueAt(data, arrivals.get(row.id), zone), zone, link }
}

function texts({ title, note }: TaskData, row: ClaimedDelivery, zone: string) {
  const problems: string[] = []
  const contact = { ...row.attributes, email: row.email, id: row.external_id }
  const run = {
    scope: mailScope({ contact, event: row.event, unsubscribeUrl: '' }),
    locale: row.source_locale,
    zone,
    report: ({ code, severity }: { code: string; severity: string }) => severity === 'blocks' && problems.push(code),
  }
  const fill = (template: string) => fillMarks(renderTemplate(template, run), (value) => value)
  return { title: oneLine(fill(title)), note: fill(note).trim(), problems }
}

/** Counted on the workspace's calendar, for its people do the task. */
const dueAt = ({ due }: TaskData, arrived: number | undefined, zone: string): number | undefined =>
  due === undefined || arrived === undefined ? undefined : addDuration(arrived, due, zone)
