import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { contactName, type FailedDelivery, type StuckEnrollment } from '@/data/operations'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { linkStyle } from '@/ui/linkStyle'

type TroubleRowProps = { row: StuckEnrollment | FailedDelivery; at: string; about?: string; actions: ReactNode }

/** Whom it is about, in which journey, since when, and what the machine said. */
export function TroubleRow({ row, at, about, actions }: TroubleRowProps) {
  const workspaceId = useWorkspaceId()
  const language = useLanguage()
  const error = row.last_error ?? ('because' in row ? row.because : null)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-b-0">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="font-medium [overflow-wrap:anywhere]">{contactName(row)}</bdi>
          <Link
            to="/w/$workspaceId/journeys/$journeyId"
            params={{ workspaceId, journeyId: row.journey_id }}
            className={linkStyle}
          >
            <bdi>{row.journey_name}</bdi>
          </Link>
        </p>
        <p className="text-muted text-xs">
          {about !== undefined && `${about} · `}
          {formatDateTime(at, language)}
        </p>
        {error && (
          <code dir="ltr" className="mt-1 inline-block font-mono text-xs [overflow-wrap:anywhere]">
            {error}
          </code>
        )}
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </li>
  )
}
