/** One key as a source file asks for it; `${…}` holes in it stand for any text. */
export type KeyUse = {
  file: string
  written: string
  namespace: RegExp
  pattern: RegExp
  /** False for text that only looks like a key, as `hover:underline` does. */
  isCertain: boolean
}

const NAMESPACE = /(?:useTranslation|TFunction|getFixedT)[(<](?:[^,)>]*,\s*)?\s*['"`]([\w.-]+)['"`]/
const CALL = /(?<![\w.])(?:t|i18next\.t|i18n\.t)\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/g
/** A full key put together before it is handed to `t`, as with `` `node.${type}:name` ``. */
const MENTION = /['"`]((?:[a-z]\w*|node\.\$\{[^}]*\}):[\w.]*[\w${}.]+)['"`]/g
/** Both ends of a choice: `t(done ? 'yes' : 'no')`. */
const CHOICE = /(?<![\w.])t\([^()'"`]*(?:'[^']*'[^()'"`]*)?\?\s*'([^'\n]+)'\s*:\s*'([^'\n]+)'/g
const ATTRIBUTE = /i18nKey=(?:"([^"]+)"|\{`([^`]+)`\})/g

/** The keys a source file asks for. A file speaks one namespace; words of another carry its name before a colon. */
export function keyUses(file: string, source: string): KeyUse[] {
  const own = NAMESPACE.exec(source)?.[1] ?? ''
  const read = (form: RegExp) => [...source.matchAll(form)].flatMap((match) => match.slice(1)).filter((key) => key)
  const certain = [CALL, CHOICE, ATTRIBUTE].flatMap(read)
  const likely = read(MENTION).filter((key) => !certain.includes(key))
  return [...certain, ...likely].map((key, index) => {
    const written = /^[^:]*\$\{[^}]*:/.test(key) || !key.includes(':') ? `${own}:${key}` : key
    const colon = written.indexOf(':')
    return {
      isCertain: index < certain.length,
      file,
      written,
      namespace: withHoles(written.slice(0, colon)),
      pattern: withHoles(written.slice(colon + 1)),
    }
  })
}

function withHoles(text: string) {
  const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w.-]+')}$`)
}
