
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "anonymous_ids": {
                  Row: {
                    "anonymous_id": string,"contact_id": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "anonymous_id": string,"contact_id": number,"workspace_id": string
                  }
                  Update: {
                    "anonymous_id"?: string,"contact_id"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "anonymous_ids_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "anonymous_ids_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"consents": {
                  Row: {
                    "changed_at": string,"channel": string,"contact_id": number,"source": string,"state": string,"topic": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"channel": string,"contact_id": number,"source": string,"state": string,"topic": string,"workspace_id": string
                  }
                  Update: {
                    "changed_at"?: string,"channel"?: string,"contact_id"?: number,"source"?: string,"state"?: string,"topic"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "consents_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "consents_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"contacts": {
                  Row: {
                    "attributes": NonNullable<Json>,"attributes_at": string | null,"changed_at": NonNullable<Json>,"created_at": string,"email": string | null,"external_id": string | null,"id": number,"last_seen_at": string | null,"locale": string | null,"time_zone": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attributes"?: NonNullable<Json>,"attributes_at"?: string | null,"changed_at"?: NonNullable<Json>,"created_at"?: string,"email"?: string | null,"external_id"?: string | null,"id"?: number,"last_seen_at"?: string | null,"locale"?: string | null,"time_zone"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "attributes"?: NonNullable<Json>,"attributes_at"?: string | null,"changed_at"?: NonNullable<Json>,"created_at"?: string,"email"?: string | null,"external_id"?: string | null,"id"?: number,"last_seen_at"?: string | null,"locale"?: string | null,"time_zone"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "contacts_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"deliveries": {
                  Row: {
                    "address": string | null,"attempts": number,"because": string | null,"bounced_at": string | null,"cap_class": string | null,"channel": string,"clicked_at": string | null,"complained_at": string | null,"contact_id": number | null,"delivered_at": string | null,"due_at": string,"enrollment_id": number,"held_because": string | null,"held_since": string | null,"id": string,"journey_id": string,"last_error": string | null,"lease": string | null,"leased_until": string | null,"locale": string | null,"locale_because": string | null,"node_id": string,"opened_at": string | null,"sent_at": string | null,"status": string,"topic": string,"version": number,"visit": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"attempts"?: number,"because"?: string | null,"bounced_at"?: string | null,"cap_class"?: string | null,"channel": string,"clicked_at"?: string | null,"complained_at"?: string | null,"contact_id"?: number | null,"delivered_at"?: string | null,"due_at": string,"enrollment_id": number,"held_because"?: string | null,"held_since"?: string | null,"id"?: string,"journey_id": string,"last_error"?: string | null,"lease"?: string | null,"leased_until"?: string | null,"locale"?: string | null,"locale_because"?: string | null,"node_id": string,"opened_at"?: string | null,"sent_at"?: string | null,"status"?: string,"topic": string,"version": number,"visit": number,"workspace_id": string
                  }
                  Update: {
                    "address"?: string | null,"attempts"?: number,"because"?: string | null,"bounced_at"?: string | null,"cap_class"?: string | null,"channel"?: string,"clicked_at"?: string | null,"complained_at"?: string | null,"contact_id"?: number | null,"delivered_at"?: string | null,"due_at"?: string,"enrollment_id"?: number,"held_because"?: string | null,"held_since"?: string | null,"id"?: string,"journey_id"?: string,"last_error"?: string | null,"lease"?: string | null,"leased_until"?: string | null,"locale"?: string | null,"locale_because"?: string | null,"node_id"?: string,"opened_at"?: string | null,"sent_at"?: string | null,"status"?: string,"topic"?: string,"version"?: number,"visit"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "deliveries_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "deliveries_workspace_id_enrollment_id_fkey"
      columns: ["workspace_id","enrollment_id"]
isOneToOne: false
      referencedRelation: "enrollments"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"delivery_log": {
                  Row: {
                    "at": string,"delivery_id": string,"detail": string,"id": number,"kind": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"delivery_id": string,"detail"?: string,"id"?: number,"kind": string,"workspace_id": string
                  }
                  Update: {
                    "at"?: string,"delivery_id"?: string,"detail"?: string,"id"?: number,"kind"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_log_workspace_id_delivery_id_fkey"
      columns: ["workspace_id","delivery_id"]
isOneToOne: false
      referencedRelation: "deliveries"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "delivery_log_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"enrollments": {
                  Row: {
                    "arrived_at": string,"arrived_seq": number,"attempts": number,"awaits": (string)[],"contact_id": number | null,"converted_at": string | null,"converted_by": number | null,"ended_at": string | null,"ended_because": string | null,"entered_at": string,"entry_event": number,"entry_key": string,"entry_node": string,"goal_event": string | null,"goal_hit_at": string | null,"goal_hits": number,"goal_until": string | null,"id": number,"journey_id": string,"last_error": string | null,"locale": string,"node_id": string,"number": number,"priority": number,"rounds": NonNullable<Json>,"version": number,"visits": number,"waiting_because": string | null,"wake_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "arrived_at": string,"arrived_seq": number,"attempts"?: number,"awaits"?: (string)[],"contact_id"?: number | null,"converted_at"?: string | null,"converted_by"?: number | null,"ended_at"?: string | null,"ended_because"?: string | null,"entered_at": string,"entry_event": number,"entry_key"?: string,"entry_node"?: string,"goal_event"?: string | null,"goal_hit_at"?: string | null,"goal_hits"?: number,"goal_until"?: string | null,"id"?: number,"journey_id": string,"last_error"?: string | null,"locale"?: string,"node_id": string,"number": number,"priority"?: number,"rounds"?: NonNullable<Json>,"version": number,"visits"?: number,"waiting_because"?: string | null,"wake_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "arrived_at"?: string,"arrived_seq"?: number,"attempts"?: number,"awaits"?: (string)[],"contact_id"?: number | null,"converted_at"?: string | null,"converted_by"?: number | null,"ended_at"?: string | null,"ended_because"?: string | null,"entered_at"?: string,"entry_event"?: number,"entry_key"?: string,"entry_node"?: string,"goal_event"?: string | null,"goal_hit_at"?: string | null,"goal_hits"?: number,"goal_until"?: string | null,"id"?: number,"journey_id"?: string,"last_error"?: string | null,"locale"?: string,"node_id"?: string,"number"?: number,"priority"?: number,"rounds"?: NonNullable<Json>,"version"?: number,"visits"?: number,"waiting_because"?: string | null,"wake_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "enrollments_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "enrollments_workspace_id_journey_id_version_fkey"
      columns: ["workspace_id","journey_id","version"]
isOneToOne: false
      referencedRelation: "journey_versions"
      referencedColumns: ["workspace_id","journey_id","version"]
    }
                  ]
                },"events": {
                  Row: {
                    "contact_id": number,"id": number,"message_id": string,"name": string,"occurred_at": string,"properties": NonNullable<Json>,"received_at": string,"type": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_id": number,"id"?: number,"message_id": string,"name": string,"occurred_at": string,"properties"?: NonNullable<Json>,"received_at": string,"type": string,"workspace_id": string
                  }
                  Update: {
                    "contact_id"?: number,"id"?: number,"message_id"?: string,"name"?: string,"occurred_at"?: string,"properties"?: NonNullable<Json>,"received_at"?: string,"type"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "events_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "events_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"invitations": {
                  Row: {
                    "accepted_at": string | null,"created_at": string,"email": string,"expires_at": string,"id": string,"invited_by": string | null,"revoked_at": string | null,"role": Database["public"]['Enums']["workspace_role"],"token_hash": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string | null,"created_at"?: string,"email": string,"expires_at"?: string,"id"?: string,"invited_by"?: string | null,"revoked_at"?: string | null,"role": Database["public"]['Enums']["workspace_role"],"token_hash": string,"workspace_id": string
                  }
                  Update: {
                    "accepted_at"?: string | null,"created_at"?: string,"email"?: string,"expires_at"?: string,"id"?: string,"invited_by"?: string | null,"revoked_at"?: string | null,"role"?: Database["public"]['Enums']["workspace_role"],"token_hash"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitations_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"journey_counts": {
                  Row: {
                    "count": number,"detail": string,"journey_id": string,"locale": string,"metric": string,"node_id": string,"shard": number,"value": number,"version": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "count": number,"detail": string,"journey_id": string,"locale": string,"metric": string,"node_id": string,"shard": number,"value"?: number,"version": number,"workspace_id": string
                  }
                  Update: {
                    "count"?: number,"detail"?: string,"journey_id"?: string,"locale"?: string,"metric"?: string,"node_id"?: string,"shard"?: number,"value"?: number,"version"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "journey_counts_workspace_id_journey_id_fkey"
      columns: ["workspace_id","journey_id"]
isOneToOne: false
      referencedRelation: "journeys"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"journey_exclusions": {
                  Row: {
                    "contact_id": number,"excluded_by": string | null,"journey_id": string,"since": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_id": number,"excluded_by"?: string | null,"journey_id": string,"since": string,"workspace_id": string
                  }
                  Update: {
                    "contact_id"?: number,"excluded_by"?: string | null,"journey_id"?: string,"since"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "journey_exclusions_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "journey_exclusions_workspace_id_journey_id_fkey"
      columns: ["workspace_id","journey_id"]
isOneToOne: false
      referencedRelation: "journeys"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"journey_stats": {
                  Row: {
                    "count": number,"detail": string,"hour": string,"journey_id": string,"locale": string,"metric": string,"node_id": string,"shard": number,"value": number,"version": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "count": number,"detail": string,"hour": string,"journey_id": string,"locale": string,"metric": string,"node_id": string,"shard": number,"value"?: number,"version": number,"workspace_id": string
                  }
                  Update: {
                    "count"?: number,"detail"?: string,"hour"?: string,"journey_id"?: string,"locale"?: string,"metric"?: string,"node_id"?: string,"shard"?: number,"value"?: number,"version"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "journey_stats_workspace_id_journey_id_fkey"
      columns: ["workspace_id","journey_id"]
isOneToOne: false
      referencedRelation: "journeys"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"journey_versions": {
                  Row: {
                    "document": NonNullable<Json>,"journey_id": string,"published_at": string,"published_by": string | null,"version": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "document": NonNullable<Json>,"journey_id": string,"published_at"?: string,"published_by"?: string | null,"version": number,"workspace_id": string
                  }
                  Update: {
                    "document"?: NonNullable<Json>,"journey_id"?: string,"published_at"?: string,"published_by"?: string | null,"version"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "journey_versions_workspace_id_journey_id_fkey"
      columns: ["workspace_id","journey_id"]
isOneToOne: false
      referencedRelation: "journeys"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"journeys": {
                  Row: {
                    "created_at": string,"draft": NonNullable<Json>,"id": string,"live_version": number | null,"name": string,"priority": number,"revision": number,"status": string,"updated_at": string,"updated_by": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"draft"?: NonNullable<Json>,"id"?: string,"live_version"?: number | null,"name": string,"priority"?: number,"revision"?: number,"status"?: string,"updated_at"?: string,"updated_by"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"draft"?: NonNullable<Json>,"id"?: string,"live_version"?: number | null,"name"?: string,"priority"?: number,"revision"?: number,"status"?: string,"updated_at"?: string,"updated_by"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "journeys_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"members": {
                  Row: {
                    "created_at": string,"role": Database["public"]['Enums']["workspace_role"],"user_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"role": Database["public"]['Enums']["workspace_role"],"user_id": string,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"role"?: Database["public"]['Enums']["workspace_role"],"user_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "members_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"providers": {
                  Row: {
                    "channel": string,"created_at": string,"id": string,"is_default": boolean,"kind": string,"name": string,"secret": string,"settings": NonNullable<Json>,"updated_at": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": string,"created_at"?: string,"id"?: string,"is_default"?: boolean,"kind": string,"name": string,"secret": string,"settings"?: NonNullable<Json>,"updated_at"?: string,"workspace_id": string
                  }
                  Update: {
                    "channel"?: string,"created_at"?: string,"id"?: string,"is_default"?: boolean,"kind"?: string,"name"?: string,"secret"?: string,"settings"?: NonNullable<Json>,"updated_at"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "providers_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"segment_members": {
                  Row: {
                    "contact_id": number,"segment_id": string,"since": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_id": number,"segment_id": string,"since": string,"workspace_id": string
                  }
                  Update: {
                    "contact_id"?: number,"segment_id"?: string,"since"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "segment_members_workspace_id_contact_id_fkey"
      columns: ["workspace_id","contact_id"]
isOneToOne: false
      referencedRelation: "contacts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "segment_members_workspace_id_segment_id_fkey"
      columns: ["workspace_id","segment_id"]
isOneToOne: false
      referencedRelation: "segments"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"segments": {
                  Row: {
                    "computed_at": string | null,"computed_upto": number,"computing_at": string | null,"created_at": string,"id": string,"name": string,"reads_attributes": (string)[],"reads_events": (string)[],"reads_lists": (string)[],"revision": number,"rule": Json | null,"state": string,"takes_newcomers": boolean,"timed_attributes": (string)[],"timed_events": (string)[],"updated_at": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "computed_at"?: string | null,"computed_upto"?: number,"computing_at"?: string | null,"created_at"?: string,"id"?: string,"name": string,"reads_attributes"?: (string)[],"reads_events"?: (string)[],"reads_lists"?: (string)[],"revision"?: number,"rule"?: Json | null,"state"?: string,"takes_newcomers"?: boolean,"timed_attributes"?: (string)[],"timed_events"?: (string)[],"updated_at"?: string,"workspace_id": string
                  }
                  Update: {
                    "computed_at"?: string | null,"computed_upto"?: number,"computing_at"?: string | null,"created_at"?: string,"id"?: string,"name"?: string,"reads_attributes"?: (string)[],"reads_events"?: (string)[],"reads_lists"?: (string)[],"revision"?: number,"rule"?: Json | null,"state"?: string,"takes_newcomers"?: boolean,"timed_attributes"?: (string)[],"timed_events"?: (string)[],"updated_at"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "segments_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"sending_policies": {
                  Row: {
                    "caps": NonNullable<Json>,"quiet_hours": Json | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "caps"?: NonNullable<Json>,"quiet_hours"?: Json | null,"workspace_id": string
                  }
                  Update: {
                    "caps"?: NonNullable<Json>,"quiet_hours"?: Json | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "sending_policies_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: true
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"step_log": {
                  Row: {
                    "arrived_at": string,"because": string,"contact_id": number,"enrollment_id": number,"id": number,"journey_id": string,"left_at": string,"locale": string,"node_id": string,"port": string | null,"to_node": string | null,"version": number,"visit": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "arrived_at": string,"because": string,"contact_id": number,"enrollment_id": number,"id"?: number,"journey_id": string,"left_at": string,"locale": string,"node_id": string,"port"?: string | null,"to_node"?: string | null,"version": number,"visit": number,"workspace_id": string
                  }
                  Update: {
                    "arrived_at"?: string,"because"?: string,"contact_id"?: number,"enrollment_id"?: number,"id"?: number,"journey_id"?: string,"left_at"?: string,"locale"?: string,"node_id"?: string,"port"?: string | null,"to_node"?: string | null,"version"?: number,"visit"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "step_log_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"suppressions": {
                  Row: {
                    "address": string,"at": string,"because": string,"channel": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address": string,"at"?: string,"because"?: string,"channel": string,"workspace_id": string
                  }
                  Update: {
                    "address"?: string,"at"?: string,"because"?: string,"channel"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "suppressions_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"topics": {
                  Row: {
                    "by_default": string,"double_opt_in": boolean,"id": string,"name": string,"position": number,"translations": NonNullable<Json>,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "by_default"?: string,"double_opt_in"?: boolean,"id": string,"name": string,"position"?: number,"translations"?: NonNullable<Json>,"workspace_id": string
                  }
                  Update: {
                    "by_default"?: string,"double_opt_in"?: boolean,"id"?: string,"name"?: string,"position"?: number,"translations"?: NonNullable<Json>,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "topics_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspace_locales": {
                  Row: {
                    "fallbacks": (string)[],"locale": string,"position": number,"time_zone": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "fallbacks"?: (string)[],"locale": string,"position"?: number,"time_zone"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "fallbacks"?: (string)[],"locale"?: string,"position"?: number,"time_zone"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "workspace_locales_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspaces": {
                  Row: {
                    "created_at": string,"id": string,"name": string,"source_locale": string,"time_zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"name": string,"source_locale": string,"time_zone": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"name"?: string,"source_locale"?: string,"time_zone"?: string
                  }
                  Relationships: [
                    
                  ]
                },"write_keys": {
                  Row: {
                    "created_at": string,"id": string,"key": string,"last_used_at": string | null,"name": string,"revoked_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"key"?: string,"last_used_at"?: string | null,"name": string,"revoked_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"key"?: string,"last_used_at"?: string | null,"name"?: string,"revoked_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "write_keys_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_invitation":
{ Args: { "token": string }; Returns: string
                           },
"add_to_journey":
{ Args: { "contact": number,"journey": string,"workspace": string }; Returns: string
                           },
"add_to_list":
{ Args: { "contacts": (number)[],"list": string,"workspace": string }; Returns: number
                           },
"attribute_names":
{ Args: { "workspace": string }; Returns: {
              "name": string
            }[]
                           },
"change_role":
{ Args: { "member": string,"new_role": Database["public"]['Enums']["workspace_role"],"workspace": string }; Returns: undefined
                           },
"contact_standing":
{ Args: { "contact"?: number,"workspace": string }; Returns: {
              "changed_at": Json,"member_of": Json,"policy": Json,"sends": Json,"subscriptions": Json,"suppressed": (string)[]
            }[]
                           },
"create_list":
{ Args: { "name": string,"workspace": string }; Returns: string
                           },
"create_workspace":
{ Args: { "locales": (string)[],"name": string,"source_locale": string,"time_zone": string }; Returns: string
                           },
"delete_segment":
{ Args: { "segment": string,"workspace": string }; Returns: undefined
                           },
"end_stuck_enrollments":
{ Args: { "enrollments"?: (number)[],"workspace": string }; Returns: number
                           },
"erase_contact":
{ Args: { "contact": number,"workspace": string }; Returns: undefined
                           },
"event_names":
{ Args: { "workspace": string }; Returns: {
              "last_at": string,"name": string
            }[]
                           },
"failed_deliveries":
{ Args: { "page_size"?: number,"workspace": string }; Returns: {
              "because": string,"channel": string,"contact_id": number,"due_at": string,"email": string,"external_id": string,"id": string,"journey_id": string,"journey_name": string,"last_error": string,"node_id": string
            }[]
                           },
"invitation_preview":
{ Args: { "token": string }; Returns: {
              "role": Database["public"]['Enums']["workspace_role"],"workspace_name": string
            }[]
                           },
"journey_numbers":
{ Args: { "journey": string,"workspace": string }; Returns: {
              "count": number,"detail": string,"locale": string,"metric": string,"node_id": string,"value": number,"version": number
            }[]
                           },
"journey_people":
{ Args: { "after_id"?: string,"detail"?: string,"journey": string,"metric": string,"node"?: string,"of_version"?: number,"page_size"?: number,"workspace": string }; Returns: {
              "at": string,"because": string,"contact_id": number,"email": string,"external_id": string,"id": string,"locale": string
            }[]
                           },
"journey_totals":
{ Args: { "workspace": string }; Returns: {
              "converted": number,"entered": number,"journey_id": string
            }[]
                           },
"operations":
{ Args: { "workspace": string }; Returns: {
              "done": number,"due": number,"due_since": string,"given_up": number,"kind": string,"retrying": number
            }[]
                           },
"remove_from_journey":
{ Args: { "contact": number,"journey": string,"workspace": string }; Returns: string
                           },
"remove_from_list":
{ Args: { "contacts": (number)[],"list": string,"workspace": string }; Returns: number
                           },
"remove_member":
{ Args: { "member": string,"workspace": string }; Returns: undefined
                           },
"remove_topic":
{ Args: { "topic": string,"workspace": string }; Returns: undefined
                           },
"rename_segment":
{ Args: { "name": string,"segment": string,"workspace": string }; Returns: undefined
                           },
"retry_deliveries":
{ Args: { "deliveries"?: (string)[],"workspace": string }; Returns: number
                           },
"retry_enrollments":
{ Args: { "enrollments"?: (number)[],"workspace": string }; Returns: number
                           },
"rotate_webhook_secret":
{ Args: { "workspace": string }; Returns: string
                           },
"search_contacts":
{ Args: { "after_id"?: number,"page_size"?: number,"query": string,"workspace": string }; Returns: {
              "attributes": NonNullable<Json>,
"attributes_at": string | null,
"changed_at": NonNullable<Json>,
"created_at": string,
"email": string | null,
"external_id": string | null,
"id": number,
"last_seen_at": string | null,
"locale": string | null,
"time_zone": string | null,
"workspace_id": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "contacts"
        isOneToOne: false
        isSetofReturn: true
      } },
"segment_counts":
{ Args: { "workspace": string }; Returns: {
              "members": number,"segment_id": string
            }[]
                           },
"segment_people":
{ Args: { "after_id"?: number,"page_size"?: number,"segment": string,"workspace": string }; Returns: {
              "attributes": NonNullable<Json>,
"attributes_at": string | null,
"changed_at": NonNullable<Json>,
"created_at": string,
"email": string | null,
"external_id": string | null,
"id": number,
"last_seen_at": string | null,
"locale": string | null,
"time_zone": string | null,
"workspace_id": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "contacts"
        isOneToOne: false
        isSetofReturn: true
      } },
"segment_uses":
{ Args: { "segment": string,"workspace": string }; Returns: {
              "id": string,"kind": string,"name": string
            }[]
                           },
"set_consent":
{ Args: { "channel": string,"contact": number,"subscribed": boolean,"topic": string,"workspace": string }; Returns: undefined
                           },
"set_journey_status":
{ Args: { "action": string,"journey": string,"workspace": string }; Returns: number
                           },
"set_sending_policy":
{ Args: { "caps": Json,"quiet_hours": Json,"workspace": string }; Returns: undefined
                           },
"stuck_enrollments":
{ Args: { "before_id"?: number,"page_size"?: number,"workspace": string }; Returns: {
              "arrived_at": string,"contact_id": number,"email": string,"external_id": string,"id": number,"journey_id": string,"journey_name": string,"last_error": string,"node_id": string
            }[]
                           },
"use_provider":
{ Args: { "on_channel": string,"provider"?: string,"workspace": string }; Returns: undefined
                           },
"webhook_secret":
{ Args: { "workspace": string }; Returns: string
                           },
"workspace_people":
{ Args: { "workspace": string }; Returns: {
              "created_at": string,"email": string,"role": Database["public"]['Enums']["workspace_role"],"user_id": string
            }[]
                           }
          }
          Enums: {
            "workspace_role": "viewer"|"editor"|"admin"|"owner"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "workspace_role": ["viewer", "editor", "admin", "owner"]
          }
        }
} as const
