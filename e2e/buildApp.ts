import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the app the browser tests open, as it would be deployed. */
export default async function buildApp() {
  await build({ root: fileURLToPath(new URL('..', import.meta.url)), logLevel: 'warn' })
}
