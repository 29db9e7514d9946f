import type { Place } from '@/engine/edit/place'
import { slotKey } from '../layout/blocks'

/** The route of a place, and so its name in the picture: an edge's id, or the slot of an open port. */
export const placeKey = (place: Place): string => ('edgeId' in place ? place.edgeId : slotKey(place.source, place.port))
