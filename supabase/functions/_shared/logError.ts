/** One structured line. Names of tables and columns stay; what could be somebody's data is blanked. */
export function logError(error: unknown, about: Record<string, string | number>) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  const frames = stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  const line = { level: 'error', ...about, name, code, message: withoutData(message, code), frames }
  // biome-ignore lint/suspicious/noConsole: standard error is where the platform collects function logs.
  console.error(JSON.stringify(line))
}

/** Postgres' class 42 (unknown table, wrong syntax…) quotes our own names; every other quotation may be data. */
export function withoutData(message: string, code = ''): string {
  const unquoted = code.startsWith('42') ? message : message.replace(/"[^"]*"|'[^']*'/g, '"…"')
  return unquoted.replace(/[^\s<>"']+@[^\s<>"']+/g, '…@…')
}
