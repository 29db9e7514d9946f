import { once } from '../store/once'
import type { Picture, Slot } from './picture'

/** The slots of a picture by their id. */
export const slotById: (picture: Picture) => ReadonlyMap<string, Slot> = once(
  (picture: Picture) => new Map(picture.slots.map((slot) => [slot.id, slot])),
)
