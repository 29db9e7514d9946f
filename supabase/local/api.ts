import { App } from '@supabase/lite'
import { createAuthMail } from './authMail.ts'
import { createLiteConnection } from './liteConnection.ts'
import { localKeys } from './localKeys.ts'

export type Api = ReturnType<typeof createApi>

/** REST and Auth in this process, on the same paths as hosted Supabase. */
export function createApi(options: { databaseUrl: string; siteUrl: string; smtpPort: number }) {
  const connection = createLiteConnection(options.databaseUrl)
  const mail = createAuthMail(options)
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
      drivers: { email: mail.driver },
    },
  })
  return {
    fetch: (request: Request) => mail.remembering(request, () => app.fetch(request)),
    ensureAuthSchema: () => app.ensureSystemSchema(),
    forgetSchema: () => connection.clearSchemaCache(),
    close: () => connection.close(),
  }
}
