export type Block = { script: string; answer?: string; isJson: boolean }

/** The shell examples of a Markdown text in order, each with the answer that is written below it, if one is. */
export function documentedBlocks(text: string): Block[] {
  const fences = [...text.matchAll(/^```(sh|json|text)\n(.*?)^```$/gms)].map(([, kind = '', body = '']) => ({
    kind,
    body,
  }))
  return fences.flatMap(({ kind, body }, index): Block[] => {
    if (kind !== 'sh') return []
    const next = fences[index + 1]
    return [{ script: body, isJson: next?.kind === 'json', ...(next && next.kind !== 'sh' && { answer: next.body }) }]
  })
}
