import type { ContentIssue } from '../../content/issue.ts'

/** The text with the name an issue complains of replaced by the one that was probably meant; nothing where it cannot be found. */
export function applySuggestion(source: string, { params, at }: ContentIssue): string | undefined {
  const { name, suggestion } = params
  if (typeof name !== 'string' || typeof suggestion !== 'string' || name === '') return undefined
  const start = source.indexOf(name, offsetOf(source, at?.line ?? 1, at?.column ?? 1))
  return start < 0 ? undefined : source.slice(0, start) + suggestion + source.slice(start + name.length)
}

function offsetOf(source: string, line: number, column: number): number {
  const before = source.split('\n').slice(0, line - 1)
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
}
