import type { JourneyStatus } from '@/data/journeys'
import type { BadgeTone } from '@/ui/Badge'

export const statusTone: Record<JourneyStatus, BadgeTone> = {
  draft: 'neutral',
  live: 'positive',
  paused: 'warning',
  stopped: 'neutral',
}
