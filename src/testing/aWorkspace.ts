import type { Session } from '@supabase/supabase-js'
import type { Role } from '@/data/role'
import { sessionQuery } from '@/data/session'
import { type Workspace, workspacesQuery } from '@/data/workspaces'
import { testClient } from './render'

export const workspaceId = '11111111-1111-4111-8111-111111111111'
export const myId = '22222222-2222-4222-8222-222222222222'

export const aWorkspace = (role: Role): Workspace => ({
  id: workspaceId,
  name: 'Kettle & Leaf',
  source_locale: 'en',
  time_zone: 'Europe/Bucharest',
  role,
})

/** A query client that already knows who is signed in, and with which role. */
export function clientOf(role: Role) {
  const client = testClient()
  client.setQueryData(workspacesQuery.queryKey, [aWorkspace(role)])
  const session: Session = {
    access_token: 'token',
    refresh_token: 'token',
    expires_in: 3600,
    token_type: 'bearer',
    user: {
      id: myId,
      email: 'me@example.com',
      aud: 'authenticated',
      app_metadata: {},
      user_metadata: {},
      created_at: '2026-01-01T00:00:00Z',
    },
  }
  client.setQueryData(sessionQuery.queryKey, session)
  return client
}
