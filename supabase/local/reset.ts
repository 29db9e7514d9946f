import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { linkAt } from './clusterFolder.ts'
import { removeDataFolder } from './dataFolder.ts'
import { defaultDataDir } from './folders.ts'
import { launcherOf } from './launcherLock.ts'
import { stopStalePostgres } from './stalePostgres.ts'

const dataDir = defaultDataDir()

if (launcherOf(dataDir)) {
  process.stderr.write('Perennial is running on this data folder: stop it first, then run npm run reset again.\n')
  process.exit(1)
}
const cluster = linkAt(join(dataDir, 'postgres')) ?? join(dataDir, 'postgres')
if (existsSync(cluster)) await stopStalePostgres(cluster)
removeDataFolder(dataDir)
process.stdout.write('The data folder is empty; npm start sets up a fresh one.\n')
