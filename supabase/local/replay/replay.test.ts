import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { demo } from '../demo/demo.ts'
import { projectDir } from '../folders.ts'
import { seed } from '../seed.ts'
import { madeUpOrders } from './madeUpOrders.ts'
import { ordersMapping } from './mapping.ts'
import { readCalls } from './readCalls.ts'
import { readCounts } from './readCounts.ts'
import { recountSecondOrder } from './recountSecondOrder.ts'
import { replay } from './replay.ts'

const url = inject('url')
const folder = mkdtempSync(join(tmpdir(), 'perennial-replay-'))
const sql = postgres(inject('databaseUrl'), { max: 1, onnotice: () => undefined })
afterAll(async () => {
  await sql.end()
  rmSync(folder, { recursive: true, force: true })
})

const CUSTOMERS = 2000

/** The first customers of the CDNOW file where it lies beside the project, else orders made up in its shape. */
function ordersFile(): string {
  const real = resolve(projectDir, process.env.ORDERS_CSV ?? '../shared/data/cdnow/orders.csv')
  const text = existsSync(real) ? readFileSync(real, 'utf8') : madeUpOrders({ customers: CUSTOMERS, seed: 1997 })
  const slice = text
    .split('\n')
    .filter((line, index) => index === 0 || (line && Number(line.split(',', 1)[0]) <= CUSTOMERS))
  const file = join(folder, 'orders.csv')
  writeFileSync(file, `${slice.join('\n')}\n`)
  return file
}

test('2,000 customers’ orders lived through the real functions come to what the file itself says, on every step and port', {
  timeout: 180_000,
}, async () => {
  const file = ordersFile()
  await seed({ databaseUrl: inject('databaseUrl'), url })
  const calls = readCalls(file, ordersMapping)
  await replay({ url, writeKey: demo.writeKey, secretKey: inject('secretKey'), calls })

  const counts = await readCounts(sql, demo.secondOrderId)
  expect(counts).toEqual(recountSecondOrder(file))
  expect(counts['n_first left next']).toBe(CUSTOMERS)
})
