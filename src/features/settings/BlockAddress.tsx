import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { useSuppress } from '@/data/suppressions'
import { Button } from '@/ui/Button'
import { TextField } from '@/ui/TextField'

const email = z.email().max(320)

export function BlockAddress() {
  const { t } = useTranslation('policy')
  const refusal = useRefusal('editor')
  const suppress = useSuppress(useWorkspaceId())
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const isWhole = email.safeParse(address.trim()).success
  return (
    <form
      noValidate
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isWhole) return
        suppress.mutate(address.trim())
        setAddress('')
        setTried(false)
      }}
    >
      <TextField
        className="min-w-48 max-w-sm flex-1"
        type="email"
        dir="ltr"
        autoComplete="off"
        label={t('blocked.address')}
        disabled={refusal !== null}
        error={tried && !isWhole ? t('blocked.addError') : undefined}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className="pt-6.5">
        <Button type="submit" disabledReason={refusal} busy={suppress.isPending}>
          {t('blocked.add')}
        </Button>
      </div>
    </form>
  )
}
