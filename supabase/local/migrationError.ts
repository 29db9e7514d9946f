import type postgres from 'postgres'
import { StartError } from './startError.ts'

/** One sentence that leads to the faulty line. */
export class MigrationError extends StartError {
  override name = 'MigrationError'

  constructor(file: string, text: string, { message, position, detail, hint, where }: postgres.PostgresError) {
    const line = position ? text.slice(0, Number(position)).split('\n').length : undefined
    const place = line ? `${file}, line ${line}` : file
    const more = [detail, hint, line ? undefined : where].filter(Boolean).join(' ')
    super(`Migration ${place}: ${message}${more ? ` (${more})` : ''}.`)
  }
}
