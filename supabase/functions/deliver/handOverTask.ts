import type { CompiledVersions } from '../_shared/compiledVersions.ts'
import { toInstant } from '../_shared/now.ts'
import type { Question } from '../_shared/outside/askOutside.ts'
import { type Asking, askOnce } from './askOnce.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { type FilledTask, fillTask } from './fillTask.ts'
import type { Outcome } from './outcome.ts'
import { type Sending, sendEmail } from './sendEmail.ts'
import type { TaskArrivals } from './taskArrivals.ts'
import { taskMail } from './taskMail.ts'

/** As often and as long as a mail is tried. */
const PATIENCE = { retries: 7, seconds: 10, answer: [] }

type Needed = { journeys: CompiledVersions; arrivals: TaskArrivals } & Asking & Pick<Sending, 'through'>

/** Hands a task over: to a person by mail, or to the system they take their work from. */
export async function handOverTask(
  row: ClaimedDelivery,
  { journeys, arrivals, through, ...asking }: Needed,
): Promise<Outcome> {
  const own = { workspace_id: row.workspace_id, id: row.id }
  const task = fillTask(row, { journeys, arrivals })
  if ('because' in task) return { ...own, kind: 'failed', ...task }
  if (/^https?:/i.test(task.assignee)) {
    return await askOnce(questionOf(row, task), { row, data: PATIENCE, ...asking })
  }
  const sent = await sendEmail(taskMail(row, task), { attempts: row.attempts, clock: asking.clock, through })
  return { ...own, locale: row.source_locale, address: task.assignee, ...sent }
}

function questionOf(row: ClaimedDelivery, { assignee, title, note, due, link }: FilledTask): Question {
  const contact = { id: row.external_id, email: row.email }
  const told = { title, note, due: due === undefined ? null : toInstant(due), contact, link }
  return {
    method: 'POST',
    url: new URL(assignee),
    headers: { 'user-agent': 'Perennial', 'content-type': 'application/json' },
    ownHeaders: {},
    body: JSON.stringify(told),
  }
}
