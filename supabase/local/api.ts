import { App, SmtpEmailDriver } from '@supabase/lite'
import { createLiteConnection } from './liteConnection.ts'
import { localKeys } from './localKeys.ts'

export type Api = ReturnType<typeof createApi>

/** REST and Auth in this process, on the same paths as hosted Supabase. */
export function createApi(options: { databaseUrl: string; siteUrl: string; smtpPort: number }) {
  const connection = createLiteConnection(options.databaseUrl)
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      site_url: options.siteUrl,
      additional_redirect_urls: [`${options.siteUrl}/**`],
      jwt_secret: localKeys.jwtSecret,
      publishable_key: localKeys.publishable,
      secret_key: localKeys.secret,
      minimum_password_length: 8,
      email: { enable_confirmations: false, max_frequency: '0s' },
    },
    options: {
      server: { admin: false },
      drivers: {
        email: new SmtpEmailDriver({
          host: '127.0.0.1',
          port: options.smtpPort,
          secure: false,
          from: { name: 'Perennial', address: 'accounts@perennial.example' },
        }),
      },
    },
  })
  return {
    fetch: app.fetch,
    ensureAuthSchema: () => app.ensureSystemSchema(),
    forgetSchema: () => connection.clearSchemaCache(),
    close: () => connection.close(),
  }
}
