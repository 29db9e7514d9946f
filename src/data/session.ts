import type { Session } from '@supabase/supabase-js'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { supabase } from '@/lib/supabase'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const { data, error } = await supabase.auth.getSession()
    if (error) throw error
    return data.session
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export function onSessionChange(listener: (session: Session | null) => void) {
  const { data } = supabase.auth.onAuthStateChange((_event, session) => listener(session))
  return () => data.subscription.unsubscribe()
}

type Credentials = { email: string; password: string }

export const useSignIn = () =>
  useMutation({
    meta: { errorShown: true },
    mutationFn: async (credentials: Credentials) => {
      const { error } = await supabase.auth.signInWithPassword(credentials)
      if (error) throw error
    },
  })

/** Answers whether the account can be used at once, or only after the address is confirmed by mail. */
export const useSignUp = () =>
  useMutation({
    meta: { errorShown: true },
    mutationFn: async ({ email, password, returnTo }: Credentials & { returnTo: string }) => {
      const { data, error } = await supabase.auth.signUp({
        email,
        password,
        options: { emailRedirectTo: window.location.origin + returnTo },
      })
      if (error) throw error
      return { signedIn: data.session !== null }
    },
  })

export const useSendMagicLink = () =>
  useMutation({
    meta: { errorShown: true },
    mutationFn: async ({ email, returnTo }: { email: string; returnTo: string }) => {
      const { error } = await supabase.auth.signInWithOtp({
        email,
        options: { emailRedirectTo: window.location.origin + returnTo, shouldCreateUser: false },
      })
      if (error) throw error
    },
  })

export const useSignOut = () =>
  useMutation({
    mutationFn: async () => {
      const { error } = await supabase.auth.signOut({ scope: 'local' })
      if (error) throw error
    },
  })
