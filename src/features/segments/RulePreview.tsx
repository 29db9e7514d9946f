import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '@/audience/rule'
import { segmentFlaw } from '@/audience/segmentRule'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { previewQuery } from '@/data/segments'
import { useLanguage } from '@/lib/useLanguage'

const PAUSE = 400

/** How many contacts a rule matches now; asked when its author pauses. */
export function RulePreview({ rule }: { rule: Rule }) {
  return (
    <p aria-live="polite" className="me-auto text-muted text-sm">
      {segmentFlaw(rule) ? <Unfinished /> : <Count rule={rule} />}
    </p>
  )
}

function Unfinished() {
  const { t } = useTranslation('segments')
  return t('preview.unfinished')
}

function Count({ rule }: { rule: Rule }) {
  const { t } = useTranslation('segments')
  const language = useLanguage()
  const settled = useSettled(useDeferredValue(rule))
  const preview = useQuery(previewQuery(useWorkspaceId(), settled))
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  if (preview.isError) return t('preview.failed')
  if (!preview.data || settled !== rule) return t('preview.counting')
  const { count, among } = preview.data
  return among === 'all'
    ? t('preview.all', { count, number: number(count) })
    : t('preview.some', { number: number(count), among: number(among) })
}

/** The rule as it was when its author last paused. */
function useSettled(rule: Rule): Rule {
  const [settled, setSettled] = useState(rule)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), PAUSE)
    return () => clearTimeout(timer)
  }, [rule])
  return settled
}
