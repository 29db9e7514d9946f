import { checkTemplate } from './checkTemplate.ts'
import { blocks, type ContentIssue, type Place, warns } from './issue.ts'
import { checkLinks } from './links.ts'
import { completeness, type EmailContent, messageUnits, textIn } from './message.ts'

interface EmailCheck {
  sourceLocale: string
  locales: readonly string[]
  /** See `checkTemplate`; variables are not checked while it is not known which there are. */
  knownVariables?: readonly string[] | null
}

/**
 * Everything wrong with an e-mail's texts. A blank required unit blocks in the source locale and warns in the others,
 * whose contacts then get a fallback. The place is in `at` and, for a sentence to name it, in the parameters as well.
 */
export function checkEmail(content: EmailContent, check: EmailCheck): ContentIssue[] {
  const locales = [...new Set([check.sourceLocale, ...check.locales])]
  const missing = completeness(content, locales).flatMap(({ locale, missing }) =>
    missing.map((unit) => {
      const say = locale === check.sourceLocale ? blocks : warns
      return placed(say('unitMissing'), { locale, unit })
    }),
  )
  return [...missing, ...Object.keys(content).flatMap((locale) => checkTexts(content, locale, check))]
}

const checkTexts = (content: EmailContent, locale: string, { knownVariables = null }: EmailCheck): ContentIssue[] =>
  messageUnits.flatMap((unit) => {
    const source = textIn(content, locale)?.[unit] ?? ''
    const issues = [...checkTemplate(source, knownVariables), ...(unit === 'body' ? checkLinks(source) : [])]
    return issues.map((issue) => placed(issue, { locale, unit }))
  })

function placed(issue: ContentIssue, place: Place): ContentIssue {
  const at = { ...place, ...issue.at }
  return { ...issue, params: { ...issue.params, ...at }, at }
}
