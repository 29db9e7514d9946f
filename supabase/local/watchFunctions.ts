import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { projectDir } from './folders.ts'

const shared = ['supabase/functions', 'src/engine', 'src/audience', 'src/content', 'src/nodes']

/** Calls back soon after code changed that functions run, once for changes that come together. */
export function watchFunctions(
  changed: () => void,
  folders = shared.map((folder) => join(projectDir, folder)),
): () => void {
  let soon: NodeJS.Timeout | undefined
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, (_event, file) => {
        if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return
        clearTimeout(soon)
        soon = setTimeout(changed, 200)
      }).on('error', () => undefined),
    )
  return () => {
    clearTimeout(soon)
    for (const watcher of watchers) watcher.close()
  }
}
