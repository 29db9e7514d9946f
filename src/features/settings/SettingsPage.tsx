import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { usePageTitle } from '@/lib/usePageTitle'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { Tabs } from '@/ui/Tabs'
import { MembersTab } from './MembersTab'
import { MessagesTab } from './MessagesTab'
import { OperationsTab } from './OperationsTab'
import { SendingTab } from './SendingTab'
import type { SettingsTab } from './settingsTabs'
import { WorkspaceTab } from './WorkspaceTab'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { tab = 'workspace' } = useSearch({ strict: false })
  const workspaceId = useWorkspaceId()
  const navigate = useNavigate()
  usePageTitle(t('title'))
  return (
    <Page narrow>
      <PageHeader title={t('title')} />
      <Tabs<SettingsTab>
        label={t('title')}
        value={tab}
        onChange={(next) =>
          navigate({ to: '/w/$workspaceId/settings', params: { workspaceId }, search: { tab: next }, replace: true })
        }
        tabs={[
          { value: 'workspace', label: t('tab.workspace'), panel: <WorkspaceTab key={workspaceId} /> },
          { value: 'members', label: t('tab.members'), panel: <MembersTab /> },
          { value: 'messages', label: t('tab.messages'), panel: <MessagesTab /> },
          { value: 'sending', label: t('tab.sending'), panel: <SendingTab /> },
          { value: 'operations', label: t('tab.operations'), panel: <OperationsTab /> },
        ]}
      />
    </Page>
  )
}
