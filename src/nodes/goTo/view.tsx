import { Repeat } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { GoToPanel } from './GoToPanel'
import type { GoToData } from './goTo'

export const view: NodeView<GoToData> = {
  icon: Repeat,
  Panel: GoToPanel,
  sentence(data, t, names) {
    if (data.where === 'journey') {
      if (data.journey === '') return t('node.goTo:sentence.blankJourney')
      const journey = names?.journeys.get(data.journey)
      return journey === undefined ? t('node.goTo:sentence.someJourney') : t('node.goTo:sentence.journey', { journey })
    }
    if (data.step === '') return t('node.goTo:sentence.blank')
    const step = names?.step(data.step)
    return step === undefined ? t('node.goTo:sentence.someStep') : t('node.goTo:sentence.step', { step })
  },
  portLabel: () => '',
  speaksOf: ({ where }) => [where === 'step' ? 'step' : 'journeys'],
}
