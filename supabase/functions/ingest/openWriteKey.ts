import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import { HttpError } from '../_shared/httpError.ts'
import { type Listener, readListeners } from './listeners.ts'

/** The workspace a write key belongs to, and what listens there. */
export async function openWriteKey(key: string): Promise<{ workspaceId: string; listeners: Listener[] }> {
  const [opened] = await sql`select workspace_id, listeners from private.open_write_key(${key})`
  if (!opened) throw new HttpError(401, 'unknown_write_key', 'The write key is not known, or was revoked.')
  return { workspaceId: z.uuid().parse(opened.workspace_id), listeners: readListeners(opened.listeners) }
}
