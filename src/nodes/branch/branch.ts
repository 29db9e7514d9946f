import { z } from 'zod'
import { evaluate } from '../../audience/evaluate.ts'
import { isConfigured, ruleAsks, ruleEvents } from '../../audience/inspect.ts'
import { rule } from '../../audience/rule.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'

/** The port taken when no path matches. */
export const ELSE = 'else'

const path = z.strictObject({ id: z.string().min(1), name: z.string(), rule })
const data = z.strictObject({ paths: z.array(path).min(1).max(20) })
export type BranchData = z.infer<typeof data>

/** Sends a contact down the first path whose rule holds, else down the last. */
export const branch = defineNodeType<BranchData>({
  type: 'branch',
  group: 'logic',
  data,
  blank: { paths: [{ id: 'path1', name: '', rule: { all: [] } }] },
  ports: ({ paths }) => [...paths.map(({ id }) => id), ELSE],
  waits: false,
  firstMatch: ({ paths }) => paths.map(({ id, rule }) => ({ port: id, rule })),
  withoutPort({ paths }, port) {
    const left = paths.filter(({ id }) => id !== port)
    return left.length > 0 && left.length < paths.length ? { paths: left } : undefined
  },
  reads: ({ paths }) => paths.flatMap((each) => ruleEvents(each.rule)),
  asks: ({ paths }) => paths.flatMap((each) => ruleAsks(each.rule)),
  visit({ data: { paths }, facts, moment, zone }) {
    const taken = paths.find((each) => evaluate(each.rule, facts, { moment, zone }))
    return taken ? leave(taken.id, 'matched') : leave(ELSE, 'noMatch')
  },
  check: ({ paths }) =>
    paths.flatMap((each, index) =>
      isConfigured(each.rule) ? [] : [{ ...blocks('branch.emptyPath', { number: index + 1 }), port: each.id }],
    ),
})
