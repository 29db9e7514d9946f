import { GitFork } from 'lucide-react'
import { isConfigured } from '../../audience/inspect'
import { ruleSpeaksOf, ruleText } from '../fields/ruleText'
import type { NodeView } from '../nodeView'
import { BranchPanel } from './BranchPanel'
import { type BranchData, ELSE } from './branch'

export const view: NodeView<BranchData> = {
  icon: GitFork,
  Panel: BranchPanel,
  sentence({ paths }, t, names) {
    const [only] = paths
    if (paths.length > 1 || !only) return t('node.branch:sentence.paths', { count: paths.length + 1 })
    if (!isConfigured(only.rule)) return t('node.branch:sentence.blank')
    return t('node.branch:sentence.rule', { rule: ruleText(only.rule, t, names) })
  },
  speaksOf: ({ paths: [only, another] }) => (only && !another ? ruleSpeaksOf(only.rule) : []),
  portLabel({ paths }, port, t) {
    if (port === ELSE) return t('node.branch:ports.else')
    const index = paths.findIndex(({ id }) => id === port)
    return paths[index]?.name || t('node.branch:ports.unnamed', { number: index + 1 })
  },
}
