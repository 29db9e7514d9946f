import type { JourneyNode } from '@/engine/journey'
import type { NodeNames } from '@/nodes/nodeView'
import { once } from '../store/once'
import { readStep } from './readStep'

/** Whose names a step's sentence needs. Steps are replaced, never changed, so each is asked once. */
export const spokenOf = once(
  (node: Pick<JourneyNode, 'type' | 'data'>): readonly (keyof NodeNames)[] =>
    readStep(node, (data, view) => view.speaksOf?.(data) ?? []) ?? [],
)
