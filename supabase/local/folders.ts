import { join, resolve } from 'node:path'

export const projectDir = resolve(import.meta.dirname, '../..')
export const migrationsDir = join(projectDir, 'supabase/migrations')
export const seedFile = join(projectDir, 'supabase/seed.sql')
export const builtAppDir = join(projectDir, 'dist/app')
export const bundledFunctionsDir = join(projectDir, 'dist/functions')

export const defaultDataDir = () => resolve(projectDir, process.env.DATA_DIR || '.data')

/** The functions as written, or the self-contained bundle when FUNCTIONS_DIR names its folder. */
export const functionsDir = () => resolve(projectDir, process.env.FUNCTIONS_DIR || 'supabase/functions')
