const LONGEST = 40

/** An id for a new topic, made of its name, that none of the others has. */
export function topicId(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST) || 'topic'
  if (!taken.includes(base)) return base
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${base}-${index + 2}`)
  return numbers.find((id) => !taken.includes(id)) ?? base
}
