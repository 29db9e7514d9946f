import { createHash } from 'node:crypto'
import { z } from 'zod'
import { journeySchema } from '../../../src/engine/journey.ts'
import { doorFor } from '../../../src/nodes/trigger/admits.ts'
import { type TriggerData, triggerData } from '../../../src/nodes/trigger/triggerData.ts'
import { logError } from '../_shared/logError.ts'
import type { Item } from './item.ts'

/** What of a published version listens to what happens: triggers while it is live, its goal always. */
const listener = z.object({
  journey: z.uuid(),
  version: z.int(),
  isLive: z.boolean(),
  nodes: z.array(z.object({ id: z.string(), data: triggerData })),
  settings: z.preprocess((settings) => settings ?? undefined, journeySchema.shape.settings),
})
export type Listener = z.infer<typeof listener>

/** Every listener that this release can read. One that it cannot must not keep the workspace's events out. */
export function readListeners(rows: unknown): Listener[] {
  return z
    .array(z.unknown())
    .parse(rows)
    .flatMap((row) => {
      const { data, error } = listener.safeParse(row)
      if (error) logError(error, { function: 'ingest' })
      return data ? [data] : []
    })
}

/** The journeys an item lets its contact into, as `private.ingest` reads them: each by one trigger at most. */
export function entriesOf(item: Item, { journey, version, isLive, nodes, settings }: Listener) {
  const door = isLive ? doorFor(nodes, journey, item) : undefined
  if (!door) return []
  const { id, data } = door
  return [
    {
      i: item.i,
      journey,
      version,
      node: id,
      key: keyOf(data, { item, nodes }),
      reentry: settings.reentry.allow,
      rest: settings.reentry.allow === 'after' ? settings.reentry.rest : null,
      by_hand: item.name === '$added_by_hand',
      goal: settings.goal?.event.name ?? null,
      goal_within: settings.goal?.within ?? null,
    },
  ]
}

const keyProperty = (data: TriggerData): string | undefined => ('key' in data ? data.key : undefined)

/**
 * A property's value as a key. Where a journey's triggers go by several properties, each keeps its values apart from those of
 * the others, so that order 17 does not stand in the way of parcel 17. A long one stands by its hash, because an index takes
 * no text of any length.
 */
function keyOf(data: TriggerData, { item, nodes }: { item: Item; nodes: Listener['nodes'] }): string {
  const property = keyProperty(data)
  const value = property === undefined ? undefined : item.properties[property]
  if (value === undefined || value === null) return ''
  const properties = new Set(nodes.flatMap((node) => keyProperty(node.data) ?? []))
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const text = properties.size > 1 ? `${property}:${written}` : written
  return text.length <= 255 ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`
}
