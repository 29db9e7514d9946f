import { LogOut } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { ExitPanel } from './ExitPanel'
import type { ExitData } from './exit'

export const view: NodeView<ExitData> = {
  icon: LogOut,
  Panel: ExitPanel,
  sentence: ({ reason }, t) => (reason ? t('node.exit:sentence.reason', { reason }) : t('node.exit:sentence.blank')),
  portLabel: () => '',
}
