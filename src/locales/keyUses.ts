/** One key as a test sees it: literal, or with `${…}` holes where any text may stand. */
export type KeyUse = { file: string; namespace: string | undefined; pattern: RegExp; isLiteral: boolean; key: string }

const NAMESPACE = /(?:useTranslation|TFunction|getFixedT\([^,]*,)\s*[(<]?\s*(['"])([\w-]+)\1/
const CALL = /(?<![\w.])(?:t|i18next\.t|i18n\.t)\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/g
const ATTRIBUTE = /i18nKey=(?:"([^"]+)"|\{`([^`]+)`\})/g

/** The keys a source file asks for. A file speaks one namespace; words of another carry its name before a colon. */
export function keyUses(file: string, source: string): KeyUse[] {
  const own = NAMESPACE.exec(source)?.[2]
  const found = [...source.matchAll(CALL), ...source.matchAll(ATTRIBUTE)]
  return found.map((match) => {
    const written = match.slice(1).find((group) => group !== undefined) ?? ''
    const [prefix, rest] = written.includes(':') ? split(written) : [own, written]
    return { file, namespace: prefix, key: rest, isLiteral: !rest.includes('${'), pattern: asPattern(rest) }
  })
}

function split(written: string): [string, string] {
  const colon = written.indexOf(':')
  return [written.slice(0, colon), written.slice(colon + 1)]
}

function asPattern(key: string) {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w.-]+')}$`)
}
