/** One key as a source file asks for it; `${…}` holes in it stand for any text. */
export type KeyUse = { file: string; written: string; namespace: RegExp; pattern: RegExp }

const NAMESPACE = /(?:useTranslation|TFunction|getFixedT)[(<](?:[^,)>]*,\s*)?\s*['"`]([\w.-]+)['"`]/
const CALL = /(?<![\w.])(?:t|i18next\.t|i18n\.t)\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/g
/** A full key put together before it is handed to `t`, as with `` `node.${type}:name` ``. */
const MENTION = /['"`]((?:[a-z]\w*|node\.\$\{[^}]*\}):[\w.]*[\w${}.]+)['"`]/g
const ATTRIBUTE = /i18nKey=(?:"([^"]+)"|\{`([^`]+)`\})/g

/** The keys a source file asks for. A file speaks one namespace; words of another carry its name before a colon. */
export function keyUses(file: string, source: string): KeyUse[] {
  const own = NAMESPACE.exec(source)?.[1] ?? ''
  const found = [CALL, ATTRIBUTE, MENTION].flatMap((form) => [...source.matchAll(form)])
  return found.map((match) => {
    const key = match.slice(1).find((group) => group !== undefined) ?? ''
    const written = /^[^:]*\$\{[^}]*:/.test(key) || !key.includes(':') ? `${own}:${key}` : key
    const colon = written.indexOf(':')
    return {
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
