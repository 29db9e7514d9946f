import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Audience, audience } from '../../supabase/tests/randomAudience.ts'
import { firstZone } from '../engine/zone.ts'
import { factsOf } from '../testing/factsOf.ts'
import { evaluate } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { isTimeless } from './inspect.ts'
import { nextChange } from './nextChange.ts'
import type { Rule } from './rule.ts'

const DAY = 86_30_000

function factsIn({ attributes, email, locale, events, standing }: Audience['contacts'][number]): Facts {
  return factsOf(
    events.map(({ name, at, properties }) => [name, at, JSON.parse(properties)]),
    {
      attributes: { ...JSON.parse(attributes), ...(email !== null && { email }), ...(locale !== null && { locale }) },
      changedAt: Object.fromEntries(standing.changedAt),
      memberOf: Object.fromEntries(standing.memberOf.map(({ segment, since }) => [segment, since])),
      suppressed: standing.isSuppressed ? ['email'] : [],
    },
  )
}

/** Instants from one to another, the very ends and what is near them included. */
function samples(from: number, to: number, parts: readonly number[]): number[] {
  const near = [1, 3_600_000, DAY, 2 * DAY].flatMap((by) => [from + by, to - by])
  return [...near, ...parts.map((part) => Math.floor(from + part * (to - from)))].filter((at) => at >= from && at < to)
}

const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })

test('time alone changes no answer before the instant that is named, and a few such instants lead far', () => {
  let changes = 0
  fc.assert(
    fc.property(audience, parts, ({ contacts, rules, at, zone: workspaceZone }, parts) => {
      for (const [index, contact] of contacts.entries()) {
        const facts = factsIn(contact)
        const zone = firstZone(contact.time_zone, workspaceZone)
        for (const rule of rules.slice(index * 4, index * 4 + 4)) changes += follow(rule, { facts, zone, at, parts })
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
  expect(changes).toBeGreaterThan(60)
}, 30_000)

interface Followed {
  facts: Facts
  zone: string
  at: number
  parts: readonly number[]
}

/** Follows a rule from instant to instant for ten years; says how often its answer changed. */
function follow(rule: Rule, { facts, zone, at, parts }: Followed): number {
  const answer = (when: number) => evaluate(rule, facts, { moment: { at: when, seq: 0 }, zone })
  const end = at + 3652 * DAY
  let changed = 0
  let steps = 0
  for (let from = at; from < end; steps += 1) {
    const next = nextChange(rule, facts, { moment: { at: from, seq: 0 }, zone })
    if (next !== undefined) expect(next).toBeGreaterThan(from)
    const to = Math.min(next ?? end, end)
    const before = answer(from)
    for (const when of samples(from, to, parts)) {
      if (answer(when) !== before) expect({ rule, facts, zone, from, to, when }).toBe('the same answer')
    }
    if (to < end && answer(to) !== before) changed += 1
    from = to
  }
  expect(steps).toBeLessThan(150)
  const known = [...facts.events.map((event) => event.at), ...Object.values(facts.memberOf)]
  if (isTimeless(rule) && known.every((each) => each < at)) expect(changed).toBe(0)
  return changed
}
