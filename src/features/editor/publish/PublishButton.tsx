import { Rocket } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal } from '@/data/currentWorkspace'
import type { SavedJourney } from '@/data/journeys'
import { Button } from '@/ui/Button'
import { PublishDialog } from './PublishDialog'

export function PublishButton({ saved, flush }: { saved: SavedJourney; flush: () => Promise<boolean> }) {
  const { t } = useTranslation('editor')
  const refusal = useRefusal('editor')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={Rocket} disabledReason={refusal} onClick={() => setOpen(true)}>
        {t('publish.button')}
      </Button>
      {open && <PublishDialog saved={saved} flush={flush} onClose={() => setOpen(false)} />}
    </>
  )
}
