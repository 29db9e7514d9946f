import type { z } from 'zod'
import type { Mail } from '../composeEmail.ts'

/** What a provider said to a mail. */
export type Handed =
  /** It has taken the mail over, and calls it so. */
  | { is: 'accepted'; providerMessageId: string }
  /**
   * It will not have it. `permanent`: not this mail, whenever it is asked; else there is something an admin can put right, such as
   * a key. `isBounce`: it is the recipient who cannot be reached.
   */
  | { is: 'refused'; permanent: boolean; code: string; text: string; isBounce?: boolean }
  /** Not now. `after` in milliseconds, where it said; `isPace` where it only was too much at once. */
  | { is: 'tryAgain'; after?: number; text: string; isPace?: boolean }

/** An open door to a provider: what it needs to be quick, such as connections, is kept between mails. */
export interface Sender {
  /** Hands over one mail. The same key for every try of one mail; `now` in epoch milliseconds. Never throws for what a provider says. */
  send(mail: Mail, about: { idempotencyKey: string; now: number }): Promise<Handed>
  close?(): void
}

/** What became of a mail, as a provider calls back. `delivery` is the idempotency key it was sent under. */
export interface Heard {
  delivery: string
  kind: 'delivered' | 'opened' | 'clicked' | 'bounced' | 'complained'
  at: string
  /** The address of a click, or the provider's words. */
  detail?: string
}

export interface CallbackRequest {
  headers: Headers
  body: string
  /** Epoch milliseconds. */
  now: number
}

/** What is kept of a provider: `settings` in the open, `secret` encrypted. */
export interface Config<Settings, Secret> {
  settings: Settings
  secret: Secret
}

type WithFrom = z.ZodObject<{ from: z.ZodEmail }>

export interface ProviderType<Settings extends WithFrom, Secret extends z.ZodObject> {
  kind: string
  channel: 'email'
  settings: Settings
  secret: Secret
  /** How much it takes from one function instance, unless its settings say `perSecond`. */
  pace: { atOnce: number; perSecond: number }
  open(config: Config<z.infer<Settings>, z.infer<Secret>>): Sender
  /** What a callback says. Throws an `HttpError` 401 unless it proves to be the provider's. */
  hear?(request: CallbackRequest, config: Config<z.infer<Settings>, z.infer<Secret>>): Promise<Heard[]> | Heard[]
}

/** A kind of provider, whatever its settings are: it parses them itself. */
export interface Provider extends Pick<ProviderType<WithFrom, z.ZodObject>, 'kind' | 'channel' | 'pace'> {
  settings: z.ZodObject
  secret: z.ZodObject
  open(raw: Config<unknown, unknown>): Sender
  hear: ((request: CallbackRequest, raw: Config<unknown, unknown>) => Promise<Heard[]>) | undefined
}

/** Defines a kind of provider: one folder, and one line in the registry. */
export function defineProvider<Settings extends WithFrom, Secret extends z.ZodObject>(
  type: ProviderType<Settings, Secret>,
): Provider {
  const parsed = (raw: Config<unknown, unknown>): Config<z.infer<Settings>, z.infer<Secret>> => ({
    settings: type.settings.parse(raw.settings),
    secret: type.secret.parse(raw.secret),
  })
  const { hear } = type
  return {
    ...type,
    open: (raw) => type.open(parsed(raw)),
    hear: hear && (async (request, raw) => await hear(request, parsed(raw))),
  }
}
