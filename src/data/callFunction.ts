import { FunctionsHttpError } from '@supabase/supabase-js'
import { supabase } from '@/lib/supabase'
import { functionErrorFrom } from './functionError'

/** Calls one of our functions as the signed-in person; what it answers is for the caller to parse. */
export async function callFunction(name: string, body: Record<string, unknown>): Promise<unknown> {
  const { data, error } = await supabase.functions.invoke<unknown>(name, { body })
  if (error instanceof FunctionsHttpError && error.context instanceof Response)
    throw await functionErrorFrom(error.context)
  if (error) throw error
  return data
}
