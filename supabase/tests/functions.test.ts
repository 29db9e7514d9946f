import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFullWorkspace, type FullWorkspace } from './aFullWorkspace.ts'
import { attempt } from './attempt.ts'
import { aUser } from './aUser.ts'
import { functions } from './catalogue.ts'
import { sql } from './database.ts'
import { fill, reaches, roles } from './roles.ts'

let ours: FullWorkspace
let theirs: FullWorkspace

beforeAll(async () => {
  ours = await aFullWorkspace()
  theirs = await aFullWorkspace()
})

const called = (name: string, call: string, workspace: FullWorkspace) =>
  `select * from public.${name}${fill(call, workspace)}`
const absent = () => ({
  ...ours,
  id: randomUUID(),
  journey: randomUUID(),
  contact: 999_999_999,
  segment: randomUUID(),
  audience: randomUUID(),
  token: 'x'.repeat(64),
})

describe.each(Object.entries(functions))('%s', (name, { call, by, stranger }) => {
  test('members may call it as far as their role goes', async () => {
    for (const role of roles) {
      // An invitation is for its own address, which the next test tries.
      if (call === '($token)') continue
      const outcome = await attempt(ours[role].id, called(name, call, ours))
      if (reaches(role, by)) expect(outcome, role).toEqual({ rows: expect.toSatisfy((rows) => rows > 0) })
      else expect(outcome, role).toMatchObject({ refused: 'PT403' })
    }
  })

  test('whom it is meant for may call it', async () => {
    const invited = await aUser()
    await sql`update public.invitations set email = ${invited.email} where workspace_id = ${ours.id}`
    const caller = call === '($token)' ? invited : ours.owner
    expect(await attempt(caller.id, called(name, call, ours))).toEqual({ rows: expect.toSatisfy((rows) => rows > 0) })
  })

  test('X1: a stranger learns nothing: what exists and what does not are answered alike', async () => {
    const outcome = await attempt(theirs.owner.id, called(name, call, ours))
    const wanted = { refused: { refused: 'PT404' }, nothing: { rows: 0 }, own: { rows: 1 } }[stranger]
    expect(outcome).toMatchObject(wanted)
    expect(await attempt(theirs.owner.id, called(name, call, absent()))).toEqual(outcome)
    expect(await attempt((await aUser()).id, called(name, call, ours))).toEqual(outcome)
  })

  test('an id of another workspace is answered like one that does not exist', async () => {
    const mixed = { ...theirs, id: ours.id, token: theirs.token }
    const outcome = await attempt(ours.owner.id, called(name, call, mixed))
    expect(outcome).toEqual(
      await attempt(ours.owner.id, called(name, call, { ...absent(), id: ours.id, colleague: await aUser() })),
    )
  })

  test('nobody may call it without signing in', async () => {
    expect(await attempt(null, called(name, call, ours))).toMatchObject({ refused: '42501' })
  })
})

test('no function outside the API can be called, except the one policies ask', async () => {
  const rows = await sql`select format('select private.%I(%s)', proname,
      (select string_agg(format('null::%s', format_type(type, null)), ', ') from unnest(proargtypes) type)) as call
    from pg_proc where pronamespace = 'private'::regnamespace and prorettype <> 'trigger'::regtype`
  const allowed = []
  for (const { call } of rows) {
    const outcome = await attempt(ours.owner.id, call)
    if (!('refused' in outcome && outcome.refused === '42501')) allowed.push(call)
  }
  expect(allowed).toEqual(['select private.my_workspaces(null::workspace_role)'])
  expect(rows.length).toBeGreaterThan(15)
})
