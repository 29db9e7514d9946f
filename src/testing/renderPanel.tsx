import { useState } from 'react'
import type { Problem } from '@/engine/problem'
import { nodeTypes } from '@/nodes'
import type { PanelContext, PanelProps } from '@/nodes/nodeView'
import { views } from '@/nodes/views'
import { renderPage, testClient } from './render'

const context: PanelContext = {
  workspaceId: 'w',
  journeyId: 'j',
  steps: [],
  nodeId: 'n_1',
  sourceLocale: 'en',
  locales: ['en', 'nl', 'ar'],
  zone: 'Europe/Bucharest',
  readOnly: false,
}

/** A workspace that has received orders, of contacts with a plan. */
function knownWorkspace() {
  const client = testClient()
  client.setQueryData(['eventNames', 'w'], ['order_completed', 'signed_up'])
  client.setQueryData(['attributeNames', 'w'], ['first_name', 'plan'])
  for (const name of ['', 'order_completed', 'signed_up', 'cart_left']) {
    client.setQueryData(['eventProperties', 'w', name], ['country', 'total'])
  }
  client.setQueryData(['sampleEvent', 'w'], { total: 12 })
  for (const typed of ['', 'a', 'an', 'ann', 'anna']) {
    client.setQueryData(['contacts', 'w', typed], { pages: [[anna]], pageParams: [0] })
  }
  client.setQueryData(['workspaceLocales', 'w'], [])
  client.setQueryData(
    ['topics', 'w'],
    [aTopic('marketing', 'Marketing', 'subscribed'), aTopic('news', 'News', 'unsubscribed')],
  )
  client.setQueryData(['workspaces'], [])
  client.setQueryData(
    ['segmentNames', 'w'],
    [
      { id: SEGMENT, name: 'Gold', kind: 'segment' },
      { id: LIST, name: 'Beta testers', kind: 'list' },
    ],
  )
  client.setQueryData(['journeyMessages', 'w', WELCOME], [{ id: 'n_hello', name: 'Hello' }])
  return client
}

/** Ids of what the workspace has, for rules that name them. */
export const SEGMENT = '00000000-0000-4000-8000-000000000001'
export const LIST = '00000000-0000-4000-8000-000000000002'
export const WELCOME = '00000000-0000-4000-8000-000000000003'

const aTopic = (id: string, name: string, by_default: string) => ({
  id,
  name,
  translations: {},
  by_default,
  double_opt_in: by_default === 'unsubscribed',
  position: 0,
})

const anna = {
  id: 7,
  external_id: 'anna',
  email: 'anna@example.com',
  locale: 'ar',
  time_zone: null,
  attributes: { first_name: 'Anna' },
  created_at: '2026-01-01T00:00:00Z',
  last_seen_at: null,
}

/** Renders a node type's panel as the editor does: every edit must be whole, and comes back as data. */
export async function renderPanel(type: string, data: unknown, changed: Partial<PanelContext> = {}) {
  const edits: unknown[] = []
  const nodeType = nodeTypes[type]
  const Panel = views[type]?.Panel
  if (!nodeType || !Panel) throw new Error(`No node type ${type}`)

  function Editor() {
    const [current, setCurrent] = useState(data)
    const problems: Problem[] = nodeType?.check(current, context) ?? []
    const props: PanelProps<unknown> = {
      data: current,
      problems,
      context: { ...context, ...changed },
      onChange: (next) => {
        edits.push(nodeType?.data.parse(next))
        setCurrent(next)
      },
    }
    return Panel && <Panel {...props} />
  }
  const view = await renderPage(<Editor />, { queryClient: knownWorkspace() })
  return { ...view, edits }
}
