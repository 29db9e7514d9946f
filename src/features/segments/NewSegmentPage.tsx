import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { usePageTitle } from '@/lib/usePageTitle'
import { blankCondition } from '@/nodes/fields/conditionDraft'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { RuleForm } from './RuleForm'

export function NewSegmentPage() {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const navigate = useNavigate()
  usePageTitle(t('createSegment'))
  const list = (
    <Link to="/w/$workspaceId/segments" params={{ workspaceId }}>
      {t('title')}
    </Link>
  )
  return (
    <Page>
      <PageHeader above={<Breadcrumb items={[{ id: 'list', content: list }]} />} title={t('createSegment')} />
      <RuleForm
        name=""
        rule={{ all: [blankCondition('performed')] }}
        onSaved={(segmentId) =>
          void navigate({ to: '/w/$workspaceId/segments/$segmentId/members', params: { workspaceId, segmentId } })
        }
      />
    </Page>
  )
}
