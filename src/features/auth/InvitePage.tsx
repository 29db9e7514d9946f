import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { invitationPreviewQuery, useAcceptInvitation } from '@/data/invitations'
import { sessionQuery } from '@/data/session'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { AuthLayout } from './AuthLayout'
import { NotYourInvitation } from './NotYourInvitation'

export function InvitePage() {
  const { t } = useTranslation('auth')
  const { token = '' } = useParams({ strict: false })
  const { data: session } = useQuery(sessionQuery)
  const preview = useQuery(invitationPreviewQuery(token))
  const accept = useAcceptInvitation()
  const navigate = useNavigate()
  const errorText = useErrorText()
  usePageTitle(t('invite.title'))

  if (preview.data === null) return <NotYourInvitation />
  return (
    <AuthLayout
      title={preview.data ? t('invite.to', { workspace: preview.data.workspace_name }) : t('invite.title')}
      description={preview.data && t(`invite.as.${preview.data.role}`)}
    >
      {preview.isPending && <SkeletonRows rows={2} />}
      {preview.isError && <ErrorState description={errorText(preview.error)} onRetry={preview.refetch} />}
      {preview.data && (
        <div className="flex flex-col gap-3">
          <Button
            variant="primary"
            size="lg"
            busy={accept.isPending}
            onClick={() =>
              accept.mutate(token, {
                onSuccess: (workspaceId) => navigate({ to: '/w/$workspaceId/journeys', params: { workspaceId } }),
              })
            }
          >
            {t('invite.accept')}
          </Button>
          <p className="text-center text-muted text-xs">{t('invite.signedInAs', { email: session?.user.email })}</p>
        </div>
      )}
    </AuthLayout>
  )
}
