import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests that need no page around them, which costs more to set up than most of them take. All others are `unit`. */
const pure = [
  'src/*.test.ts',
  'src/{engine,audience,locales,templates}/**/*.test.ts',
  'src/content/!(renderEmail).test.ts',
  'src/lib/!(i18n|theme).test.ts',
  'src/nodes/!(contract|views).test.ts',
  'src/nodes/*/*.test.ts',
  'src/features/editor/{layout,numbers}/*.test.ts',
  'supabase/functions/**/*.unit.test.ts',
]

const alias = { '@': new URL('./src', import.meta.url).pathname }

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias },
  // Beside the bundled functions in dist/functions.
  build: { outDir: 'dist/app', emptyOutDir: true },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', environment: 'node', include: pure },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: pure,
          setupFiles: ['src/testing/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: ['supabase/tests/**/*.test.ts'],
          globalSetup: ['supabase/local/testing/databaseSetup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'functions',
          environment: 'node',
          include: ['supabase/functions/**/*.test.ts', 'supabase/local/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts'],
          globalSetup: ['supabase/local/testing/stackSetup.ts'],
          // One worker serves all workspaces: a tick with the clock moved on in one file would run another's contacts.
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'bundle',
          environment: 'node',
          include: [
            'supabase/functions/{mainPath,ingest/contacts,invite/invite,providers/providers,unsubscribe/unsubscribe}.test.ts',
          ],
          globalSetup: ['supabase/local/testing/stackSetup.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['supabase/local/testing/stackSetup.ts', 'e2e/buildApp.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
