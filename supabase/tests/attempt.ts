import postgres from 'postgres'
import { asUser, type Caller } from './asUser.ts'

/** What a statement did: how many rows it gave or changed, or the SQLSTATE and words it was refused with. */
export type Outcome = { rows: number } | { refused: string; message: string }

class Undo extends Error {}

/** Tries a statement as a caller and undoes it, so that every attempt finds the same data. */
export async function attempt(caller: Caller, statement: string): Promise<Outcome> {
  let outcome: Outcome = { rows: 0 }
  try {
    await asUser(caller, async (transaction) => {
      outcome = { rows: (await transaction.unsafe(statement)).count }
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Undo) return outcome
    if (error instanceof postgres.PostgresError) return { refused: error.code, message: error.message }
    throw error
  }
  return outcome
}

/** The SQLSTATE something is refused with, and its words. Fails where it is not refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work
  } catch (error) {
    if (error instanceof postgres.PostgresError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('This was allowed')
}
