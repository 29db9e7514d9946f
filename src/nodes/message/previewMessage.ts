import { type ChosenLocale, chooseLocale } from '../../content/chooseLocale.ts'
import { availableLocales, completeness, type EmailContent, type LocaleCompleteness } from '../../content/message.ts'
import { type RenderedEmail, renderEmail } from '../../content/renderEmail.ts'
import { firstZone } from '../../engine/zone.ts'

/** The person a preview is made for. */
export interface PreviewContact {
  locale: string | null
  time_zone: string | null
  attributes: Readonly<Record<string, unknown>>
}

export interface PreviewInput {
  content: EmailContent
  contact: PreviewContact
  event: Readonly<Record<string, unknown>>
  workspace: { name: string; sourceLocale: string; zone: string }
  locales: readonly { locale: string; fallbacks: readonly string[]; time_zone: string | null }[]
}

/** What a contact of one locale would get. */
export interface LocalePreview {
  locale: string
  state: LocaleCompleteness['state']
  sent: ChosenLocale
  mail: RenderedEmail | null
}

const UNSUBSCRIBE = 'https://example.com/unsubscribe'

/** The mail in every locale of the workspace, and which of them this contact gets, chosen and rendered as when sending. */
export function previewMessage(input: PreviewInput): { gets: ChosenLocale; previews: LocalePreview[] } {
  const { content, locales } = input
  const states = completeness(
    content,
    locales.map(({ locale }) => locale),
  )
  return {
    gets: choose(input, input.contact.locale),
    previews: states.map(({ locale, state }) => {
      const sent = choose(input, locale)
      return { locale, state, sent, mail: sent.locale === null ? null : renderIn(input, sent.locale) }
    }),
  }
}

/** The mail this contact gets, none where there is no text they could get, and in which locale and why. */
export function contactsMail(input: PreviewInput): { gets: ChosenLocale; mail: RenderedEmail | null } {
  const gets = choose(input, input.contact.locale)
  return { gets, mail: gets.locale === null ? null : renderIn(input, gets.locale) }
}

const choose = ({ content, locales, workspace }: PreviewInput, wanted: string | null): ChosenLocale =>
  chooseLocale({
    wanted,
    available: availableLocales(content),
    fallbacks: Object.fromEntries(locales.map(({ locale, fallbacks }) => [locale, fallbacks])),
    source: workspace.sourceLocale,
  })

function renderIn({ content, contact, event, workspace, locales }: PreviewInput, locale: string): RenderedEmail {
  const localeZone = locales.find((each) => each.locale === contact.locale)?.time_zone
  return renderEmail({
    content,
    locale,
    contact: contact.attributes,
    event,
    zone: firstZone(contact.time_zone, localeZone, workspace.zone),
    links: { unsubscribe: UNSUBSCRIBE },
    footer: { workspaceName: workspace.name },
  })
}
