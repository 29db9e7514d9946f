import type { Journey, JourneySettings } from '../journey.ts'

/** Replaces the journey's settings: who may enter again, what counts as success, what ends it early. */
export const setSettings = (journey: Journey, settings: JourneySettings): Journey => ({ ...journey, settings })
