import type { NodeType } from '../engine/nodeType.ts'
import { branch } from './branch/branch.ts'
import { exit } from './exit/exit.ts'
import { goTo } from './goTo/goTo.ts'
import { message } from './message/message.ts'
import { split } from './split/split.ts'
import { task } from './task/task.ts'
import { trigger } from './trigger/trigger.ts'
import { update } from './update/update.ts'
import { wait } from './wait/wait.ts'
import { webhook } from './webhook/webhook.ts'

const list = [trigger, wait, branch, split, message, update, webhook, task, goTo, exit] as const

/** Every node type by its name, in the order of the palette. The engine sees data as unknown and lets each type parse its own. */
// biome-ignore lint/suspicious/noExplicitAny: a registry forgets each type's data; `compile` parses it before any visit.
export const nodeTypes: Readonly<Record<string, NodeType<any>>> = Object.fromEntries(
  list.map((type) => [type.type, type]),
)
