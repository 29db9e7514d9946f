import type { World } from '../store/world'

/** The types a reader can add, in the order of the palette. */
export const stepTypes = ({ nodeTypes }: World): string[] => Object.keys(nodeTypes)
