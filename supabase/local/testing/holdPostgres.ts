import { startPostgres } from '../postgres.ts'

/** Run as a program of its own, to be killed: starts a database and says its process number. */
const [dataDir = '', port = ''] = process.argv.slice(2)
const database = await startPostgres({ dataDir, port: Number(port), durable: false })
process.stdout.write(`${database.pid}\n`)
