import type { JourneySettings } from '@/engine/journey'

export interface SettingsFieldsProps {
  settings: JourneySettings
  onChange: (change: Partial<JourneySettings>) => void
}
