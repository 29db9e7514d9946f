import type { ReactNode } from 'react'
import type { Consent } from '@/data/consents'
import { Badge, type BadgeTone } from '@/ui/Badge'

const tones: Record<Consent['state'], BadgeTone> = {
  subscribed: 'positive',
  pending: 'accent',
  unsubscribed: 'warning',
}

export function ConsentState({ state, children }: { state: Consent['state']; children: ReactNode }) {
  return <Badge tone={tones[state]}>{children}</Badge>
}
