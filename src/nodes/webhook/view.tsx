import { Webhook } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { WebhookPanel } from './WebhookPanel'
import type { WebhookData } from './webhookData'

/** The host is what a reader knows a server by; a whole address would not fit on a card. */
const hostOf = (url: string): string | undefined => /^https?:\/\/([^/?#{}\s]+)/i.exec(url)?.[1]

export const view: NodeView<WebhookData> = {
  icon: Webhook,
  Panel: WebhookPanel,
  sentence({ method, url }, t) {
    const host = hostOf(url)
    return host ? t('node.webhook:sentence.asks', { method, host }) : t('node.webhook:sentence.blank')
  },
  portLabel: (_, port, t) => t(`node.webhook:ports.${port}`),
}
