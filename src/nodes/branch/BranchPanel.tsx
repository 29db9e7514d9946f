import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import type { PanelProps } from '../nodeView'
import type { BranchData } from './branch'
import { movePath, newPath } from './newPath'
import { PathFields } from './PathFields'

const MOST_PATHS = 20

export function BranchPanel({ data, onChange, context }: PanelProps<BranchData>) {
  const { t } = useTranslation('node.branch')
  const { paths } = data
  const change = (next: BranchData['paths']) => onChange({ ...data, paths: next })
  return (
    <section aria-label={t('paths')} className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">{t('paths')}</h3>
      <ol className="flex flex-col gap-4">
        {paths.map((path, index) => (
          <PathFields
            key={path.id}
            path={path}
            number={index + 1}
            last={paths.length}
            workspaceId={context.workspaceId}
            disabled={context.readOnly}
            onCommit={(next) => change(paths.toSpliced(index, 1, next))}
            onRemove={() => change(paths.toSpliced(index, 1))}
            onMove={(by) => change(movePath(paths, index, by))}
          />
        ))}
      </ol>
      <Button
        icon={Plus}
        className="self-start"
        disabled={context.readOnly || paths.length >= MOST_PATHS}
        onClick={() => change([...paths, newPath(paths)])}
      >
        {t('addPath')}
      </Button>
      <p className="text-muted text-xs">{t('elseHint', { port: t('ports.else') })}</p>
    </section>
  )
}
