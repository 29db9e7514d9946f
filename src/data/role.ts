import { z } from 'zod'

/** From the least to the most that a member may do; each role may do what those before it may. */
export const roles = ['viewer', 'editor', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]
export const role = z.enum(roles)

export const isAtLeast = (mine: Role, needed: Role) => roles.indexOf(mine) >= roles.indexOf(needed)
