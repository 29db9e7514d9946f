import { formOf, type ProviderKind } from '@/data/providerFields'
import type { SavedProvider, StoredProvider } from '@/data/providers'

/** A provider as it stands in its form: all of it text. */
export interface ProviderDraft {
  kind: ProviderKind
  name: string
  settings: Record<string, string>
  secret: Record<string, string>
}

export const draftOf = (provider: StoredProvider | undefined): ProviderDraft => ({
  kind: provider?.kind ?? 'smtp',
  name: provider?.name ?? '',
  settings: Object.fromEntries(Object.entries(provider?.settings ?? {}).map(([name, value]) => [name, String(value)])),
  secret: {},
})

const SHARED = [{ name: 'from' }, { name: 'perSecond', optional: true, number: true }]
const settingsOf = (kind: ProviderKind) => [...SHARED, ...formOf(kind).settings]
const textOf = (values: Record<string, string>, name: string) => (values[name] ?? '').trim()

/** The fields that are empty and must not be, or no number; the rest is for the server to judge. */
export function wrongIn({ kind, name, settings, secret }: ProviderDraft, { isNew }: { isNew: boolean }): string[] {
  const asked = settingsOf(kind).filter(({ name, optional, number }) => {
    const text = textOf(settings, name)
    return text === '' ? !optional : number && !/^\d{1,6}$/.test(text)
  })
  const keys = formOf(kind).secret.filter((field) => isNew && !field.optional && textOf(secret, field.name) === '')
  return [...(name.trim() === '' ? ['name'] : []), ...[...asked, ...keys].map((field) => field.name)]
}

/** What is sent: of this kind's fields those that say something, numbers as such. */
export function savedOf({ kind, name, settings, secret }: ProviderDraft, id: string | undefined): SavedProvider {
  const written = settingsOf(kind).filter((field) => textOf(settings, field.name) !== '')
  const keys = formOf(kind).secret.filter((field) => textOf(secret, field.name) !== '')
  return {
    ...(id !== undefined && { id }),
    kind,
    name: name.trim(),
    settings: Object.fromEntries(
      written.map((field) => {
        const text = textOf(settings, field.name)
        return [field.name, field.number ? Number(text) : text]
      }),
    ),
    secret: Object.fromEntries(keys.map((field) => [field.name, textOf(secret, field.name)])),
  }
}
