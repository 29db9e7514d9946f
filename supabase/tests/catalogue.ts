import type { Role } from './aWorkspace.ts'

/** The least role that may do it, and to which columns, where not all. What is absent nobody may do. */
type Right = { by: Role; columns?: string[] }
type Verb = 'select' | 'insert' | 'update' | 'delete'
export type TableRights = Partial<Record<Verb, Right>> & {
  select: Right
  /** Values, beside the workspace, with which a row can be added. */
  sample?: string
}

const seenByMembers: TableRights = { select: { by: 'viewer' } }

/** Every table of the API and who may do what with it. A table that is not here fails the tests. */
export const tables: Record<string, TableRights> = {
  workspaces: {
    select: { by: 'viewer' },
    update: { by: 'admin', columns: ['name', 'source_locale', 'time_zone'] },
    delete: { by: 'owner' },
  },
  workspace_locales: {
    select: { by: 'viewer' },
    insert: { by: 'admin' },
    update: { by: 'admin', columns: ['position', 'fallbacks', 'time_zone'] },
    delete: { by: 'admin' },
    sample: `(workspace_id, locale) values ($workspace, 'uz')`,
  },
  members: seenByMembers,
  invitations: {
    select: {
      by: 'admin',
      columns: [
        'workspace_id',
        'id',
        'email',
        'role',
        'invited_by',
        'created_at',
        'expires_at',
        'accepted_at',
        'revoked_at',
      ],
    },
    update: { by: 'admin', columns: ['revoked_at'] },
  },
  write_keys: {
    select: { by: 'editor' },
    insert: { by: 'admin', columns: ['workspace_id', 'name'] },
    update: { by: 'admin', columns: ['name', 'revoked_at'] },
    sample: `(workspace_id, name) values ($workspace, 'Site')`,
  },
  contacts: seenByMembers,
  anonymous_ids: seenByMembers,
  events: seenByMembers,
  journeys: {
    select: { by: 'viewer' },
    insert: { by: 'editor', columns: ['workspace_id', 'name', 'draft'] },
    update: { by: 'editor', columns: ['name', 'draft', 'revision'] },
    delete: { by: 'editor' },
    sample: `(workspace_id, name) values ($workspace, 'New')`,
  },
  journey_versions: seenByMembers,
  enrollments: seenByMembers,
  step_log: seenByMembers,
  journey_exclusions: seenByMembers,
  deliveries: seenByMembers,
  delivery_log: seenByMembers,
  consents: seenByMembers,
  topics: {
    select: { by: 'viewer' },
    insert: { by: 'editor' },
    update: { by: 'editor', columns: ['name', 'translations', 'by_default', 'double_opt_in', 'position'] },
    sample: `(workspace_id, id, name) values ($workspace, 'news', 'News')`,
  },
  suppressions: {
    select: { by: 'viewer' },
    insert: { by: 'editor', columns: ['workspace_id', 'channel', 'address'] },
    delete: { by: 'editor' },
    sample: `(workspace_id, channel, address) values ($workspace, 'email', 'new@people.example')`,
  },
  sending_policies: seenByMembers,
  providers: {
    select: {
      by: 'admin',
      columns: ['workspace_id', 'id', 'channel', 'kind', 'name', 'settings', 'is_default', 'created_at', 'updated_at'],
    },
    delete: { by: 'admin' },
  },
  journey_counts: seenByMembers,
  journey_stats: seenByMembers,
  segments: seenByMembers,
  segment_members: seenByMembers,
}

export type FunctionRights = {
  /** A call that works in the workspace it is made for. */
  call: string
  /** The least role that may call it; `anybody` is anybody who has signed in. */
  by: Role | 'anybody'
  /** What a stranger gets, the same whether the workspace exists or not. */
  stranger: 'refused' | 'nothing' | 'own'
}

/** Every function of the API. A function that is not here fails the tests. */
export const functions: Record<string, FunctionRights> = {
  create_workspace: { call: `('Mine', 'en', '{en}', 'UTC')`, by: 'anybody', stranger: 'own' },
  invitation_preview: { call: '($token)', by: 'anybody', stranger: 'refused' },
  accept_invitation: { call: '($token)', by: 'anybody', stranger: 'refused' },
  workspace_people: { call: '($workspace)', by: 'viewer', stranger: 'refused' },
  change_role: { call: `($workspace, $member, 'viewer')`, by: 'admin', stranger: 'refused' },
  remove_member: { call: '($workspace, $member)', by: 'admin', stranger: 'refused' },
  erase_contact: { call: '($workspace, $contact)', by: 'admin', stranger: 'refused' },
  set_consent: { call: `($workspace, $contact, 'email', '*', false)`, by: 'editor', stranger: 'refused' },
  webhook_secret: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  rotate_webhook_secret: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  use_provider: { call: `($workspace, 'email')`, by: 'admin', stranger: 'refused' },
  operations: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  stuck_enrollments: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  failed_deliveries: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  retry_enrollments: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  end_stuck_enrollments: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  retry_deliveries: { call: '($workspace)', by: 'admin', stranger: 'refused' },
  remove_topic: { call: `($workspace, 'unused')`, by: 'editor', stranger: 'refused' },
  set_sending_policy: {
    call: `($workspace, '{"from": "21:00", "to": "08:00"}', '[]')`,
    by: 'editor',
    stranger: 'refused',
  },
  add_to_journey: { call: `($workspace, $journey, $contact)`, by: 'editor', stranger: 'refused' },
  remove_from_journey: { call: `($workspace, $journey, $contact)`, by: 'editor', stranger: 'refused' },
  set_journey_status: { call: `($workspace, $journey, 'pause')`, by: 'editor', stranger: 'refused' },
  event_names: { call: '($workspace)', by: 'viewer', stranger: 'nothing' },
  search_contacts: { call: `($workspace, '')`, by: 'viewer', stranger: 'refused' },
  contact_standing: { call: '($workspace, $contact)', by: 'viewer', stranger: 'refused' },
  attribute_names: { call: '($workspace)', by: 'viewer', stranger: 'nothing' },
  journey_numbers: { call: '($workspace, $journey)', by: 'viewer', stranger: 'nothing' },
  journey_totals: { call: '($workspace)', by: 'viewer', stranger: 'nothing' },
  create_list: { call: `($workspace, 'New')`, by: 'editor', stranger: 'refused' },
  rename_segment: { call: `($workspace, $segment, 'New')`, by: 'editor', stranger: 'refused' },
  delete_segment: { call: '($workspace, $audience)', by: 'editor', stranger: 'refused' },
  add_to_list: { call: '($workspace, $segment, array[$contact]::bigint[])', by: 'editor', stranger: 'refused' },
  remove_from_list: { call: '($workspace, $segment, array[$contact]::bigint[])', by: 'editor', stranger: 'refused' },
  segment_counts: { call: '($workspace)', by: 'viewer', stranger: 'refused' },
  segment_people: { call: '($workspace, $segment)', by: 'viewer', stranger: 'nothing' },
  segment_uses: { call: '($workspace, $segment)', by: 'viewer', stranger: 'nothing' },
  journey_people: { call: `($workspace, $journey, 'entered')`, by: 'viewer', stranger: 'nothing' },
}

/** The functions outside the API that people's own statements may run: what the policies ask. */
export const askedByPolicies = ['my_workspaces']

/** Foreign keys and unique keys without a workspace, each with its reason. */
export const withoutWorkspace: Record<string, string> = {
  members_user_id_fkey: 'accounts belong to no workspace',
  invitations_invited_by_fkey: 'accounts belong to no workspace',
  journeys_updated_by_fkey: 'accounts belong to no workspace',
  journey_versions_published_by_fkey: 'accounts belong to no workspace',
  journey_exclusions_excluded_by_fkey: 'accounts belong to no workspace',
}
