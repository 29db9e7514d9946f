/** Chromium carries no Uzbek and would join with the words of another language. */
const uzbek = { conjunction: ' va ', disjunction: ' yoki ' }

/** Several phrases as one: "a, b and c", or "a, b or c". */
export function listText(parts: readonly string[], type: 'conjunction' | 'disjunction', language: string): string {
  if (language !== 'uz') return new Intl.ListFormat(language, { type }).format(parts)
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(uzbek[type])
}
