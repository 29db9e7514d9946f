import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { documentedBlocks } from './_testing/documentedBlocks.ts'

const run = promisify(execFile)
const MARK = '\u001e'

/** "…" in a documented answer stands for whatever is there. */
function expected(documented: unknown): unknown {
  if (documented === '…') return expect.anything()
  if (typeof documented === 'string' && documented.includes('…'))
    return expect.stringMatching(new RegExp(`^${documented.split('…').map(literal).join('.*')}$`))
  if (Array.isArray(documented)) return documented.map(expected)
  if (typeof documented === 'object' && documented !== null)
    return Object.fromEntries(Object.entries(documented).map(([key, value]) => [key, expected(value)]))
  return documented
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('the examples of docs/functions-api.md work, one after another, and answer what is written below them', async () => {
  const text = readFileSync('docs/functions-api.md', 'utf8').replaceAll('http://127.0.0.1:5300', inject('url'))
  const blocks = documentedBlocks(text)
  const script = ['set -euo pipefail', ...blocks.map(({ script }) => `${script}\nprintf '\\036'`)].join('\n')
  const { stdout } = await run('bash', ['-c', script])
  const answers = stdout.split(MARK)
  expect(blocks.length).toBeGreaterThan(15)
  for (const [index, { script, answer, isJson }] of blocks.entries()) {
    if (answer === undefined) continue
    const given = answers[index] ?? ''
    const [one, other] = isJson ? [JSON.parse(given), expected(JSON.parse(answer))] : [given.trim(), answer.trim()]
    expect({ script, answer: one }).toEqual({ script, answer: other })
  }
})
