import { beforeAll, expect, test } from 'vitest'
import { aFullWorkspace, type FullWorkspace } from './aFullWorkspace.ts'
import { asUser } from './asUser.ts'
import { attempt } from './attempt.ts'
import { sql } from './database.ts'

let ours: FullWorkspace
let theirs: FullWorkspace

beforeAll(async () => {
  ours = await aFullWorkspace()
  theirs = await aFullWorkspace()
})

async function aProvider({ id }: FullWorkspace, name: string): Promise<string> {
  const [row] = await sql`insert into public.providers (workspace_id, channel, kind, name, secret)
    values (${id}, 'email', 'resend', ${name}, 'sealed') returning id`
  return row?.id
}
const use = (provider: string | null) =>
  `select public.use_provider('${ours.id}', 'email', ${provider === null ? 'null' : `'${provider}'`})`
const inUse = async () =>
  (await sql`select name from public.providers where workspace_id = ${ours.id} and is_default`).map(({ name }) => name)

test('a channel goes through one provider at a time, or through none of the workspace', async () => {
  const [one, other] = [await aProvider(ours, 'One'), await aProvider(ours, 'Other')]
  const steps: [string | null, string[]][] = [
    [one, ['One']],
    [other, ['Other']],
    [other, ['Other']],
    [null, []],
  ]
  for (const [provider, expected] of steps) {
    await asUser(ours.admin.id, (transaction) => transaction.unsafe(use(provider)))
    expect(await inUse()).toEqual(expected)
  }
})

test('X1: a provider of another workspace cannot be used, nor told from one that does not exist', async () => {
  const foreign = await aProvider(theirs, 'Theirs')
  const outcome = await attempt(ours.owner.id, use(foreign))
  expect(outcome).toMatchObject({ refused: 'PT404' })
  expect(await attempt(ours.owner.id, use(crypto.randomUUID()))).toEqual(outcome)
})

test('nobody reads a secret but the functions, not even an owner', async () => {
  const read = `select secret from public.providers where workspace_id = '${ours.id}'`
  for (const role of ['viewer', 'editor', 'admin', 'owner'] as const)
    expect(await attempt(ours[role].id, read)).toMatchObject({ refused: '42501' })
  const returned = `delete from public.providers where workspace_id = '${ours.id}' returning secret`
  expect(await attempt(ours.owner.id, returned)).toMatchObject({ refused: '42501' })
})
