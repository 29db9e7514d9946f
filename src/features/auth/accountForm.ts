import { z } from 'zod'

export const PASSWORD_LENGTH = 8

const email = z.email('email').max(320, 'email')

/** Messages are codes; the form translates them. */
export const signInForm = z.object({ email, password: z.string().min(1, 'passwordMissing') })
export const linkForm = z.object({ email })
export const signUpForm = z.object({
  email,
  password: z.string().min(PASSWORD_LENGTH, 'passwordShort').max(72, 'passwordLong'),
})

const refusal = z.object({ code: z.string() })
const known = [
  'invalid_credentials',
  'email_not_confirmed',
  'user_already_exists',
  'email_exists',
  'weak_password',
  'signup_disabled',
  'over_email_send_rate_limit',
] as const

/** Which of the refusals we have our own words for; undefined for any other failure. */
export function refusalOf(error: unknown): (typeof known)[number] | undefined {
  const parsed = refusal.safeParse(error)
  return parsed.success ? known.find((code) => code === parsed.data.code) : undefined
}
