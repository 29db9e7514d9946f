/** One thing a provider asks for: `optional` where it works without, `number` where it is one. */
export interface ProviderField {
  name: string
  optional?: boolean
  number?: boolean
  /** A sentence below it says more. */
  explained?: boolean
}

interface ProviderForm {
  settings: readonly ProviderField[]
  /** Written, and never shown again. */
  secret: readonly ProviderField[]
  /** Whether it calls back with what became of mail. */
  hears: boolean
}

/** What each kind of provider asks for, in the order of its form; beside the name and the address mail comes from. */
export const providerFields = {
  smtp: {
    settings: [{ name: 'host' }, { name: 'port', explained: true, number: true }, { name: 'user', optional: true }],
    secret: [{ name: 'password', optional: true }],
    hears: false,
  },
  resend: {
    settings: [],
    secret: [{ name: 'apiKey' }, { name: 'webhookSecret', explained: true, optional: true }],
    hears: true,
  },
  postmark: {
    settings: [{ name: 'messageStream', explained: true, optional: true }],
    secret: [{ name: 'serverToken' }, { name: 'callbackPassword', explained: true, optional: true }],
    hears: true,
  },
  ses: {
    settings: [
      { name: 'region', explained: true },
      { name: 'accessKeyId' },
      { name: 'configurationSet', explained: true, optional: true },
      { name: 'topicArn', explained: true, optional: true },
    ],
    secret: [{ name: 'secretAccessKey' }],
    hears: true,
  },
} satisfies Record<string, ProviderForm>

export type ProviderKind = keyof typeof providerFields
export const providerKinds = ['smtp', 'resend', 'postmark', 'ses'] as const satisfies readonly ProviderKind[]

export const formOf = (kind: ProviderKind): ProviderForm => providerFields[kind]
