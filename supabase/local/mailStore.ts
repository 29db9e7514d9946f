import { existsSync, readFileSync } from 'node:fs'
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const storedMail = z.object({
  id: z.number(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  raw: z.string(),
})

/** As it came in; `raw` holds one character per byte. */
export type StoredMail = z.infer<typeof storedMail>

export type MailStore = Awaited<ReturnType<typeof openMailStore>>

/**
 * The newest mails, in memory and appended to one file. The file is rewritten only when half of it is outdated, so that
 * taking a mail costs one short append, shared by all that arrive together.
 */
export async function openMailStore(dataDir: string, keep = 5000) {
  const file = join(dataDir, 'mailbox.jsonl')
  let mails = readMails(file, keep)
  let nextId = (mails.at(-1)?.id ?? 0) + 1
  let linesInFile = mails.length
  let unwritten: string[] = []
  let writing: Promise<void> = Promise.resolve()
  let handle: FileHandle = await open(file, 'a')
  const watchers = new Set<() => void>()

  async function flush() {
    const lines = unwritten
    unwritten = []
    if (lines.length === 0) return
    await handle.appendFile(lines.join(''))
    linesInFile += lines.length
    if (linesInFile > keep * 2) await rewrite()
  }

  async function rewrite() {
    await handle.close()
    await writeFile(`${file}.new`, mails.map(toLine).join(''))
    await rename(`${file}.new`, file)
    linesInFile = mails.length
    handle = await open(file, 'a')
  }

  return {
    async add(mail: Omit<StoredMail, 'id'>) {
      const stored = { ...mail, id: nextId++ }
      mails.push(stored)
      if (mails.length > keep * 1.1) mails = mails.slice(-keep)
      unwritten.push(toLine(stored))
      writing = writing.then(flush)
      await writing
      for (const notify of watchers) notify()
    },
    newest: ({ to, limit }: { to?: string | undefined; limit: number }): StoredMail[] => {
      const wanted = to?.toLowerCase()
      const found: StoredMail[] = []
      for (let i = mails.length - 1; i >= Math.max(0, mails.length - keep) && found.length < limit; i--) {
        const mail = mails[i]
        if (mail && (!wanted || mail.to.includes(wanted))) found.push(mail)
      }
      return found
    },
    find: (id: number) => mails.find((mail) => mail.id === id),
    async clear() {
      mails = []
      unwritten = []
      writing = writing.then(rewrite)
      await writing
      for (const notify of watchers) notify()
    },
    watch(notify: () => void) {
      watchers.add(notify)
      return () => void watchers.delete(notify)
    },
    async close() {
      await writing
      await handle.close()
    },
  }
}

const toLine = (mail: StoredMail) => `${JSON.stringify(mail)}\n`

function readMails(file: string, keep: number): StoredMail[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(-keep - 1)
  return lines.flatMap((line) => {
    try {
      return [storedMail.parse(JSON.parse(line))]
    } catch {
      // The last line of a run that was killed may be cut short.
      return []
    }
  })
}
