import { createClient } from '@supabase/supabase-js'
import type { Database } from './database.types'

/** Without configuration the app talks to the stack that serves it: same origin, the embedded publishable key. */
export const supabaseUrl: string = import.meta.env.VITE_SUPABASE_URL ?? window.location.origin
export const publishableKey: string = import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY ?? 'sb_publishable_local'

/** True where mails land in the stack's own mailbox page instead of a real inbox. */
export const isEmbedded = supabaseUrl === window.location.origin

export const supabase = createClient<Database>(supabaseUrl, publishableKey)
