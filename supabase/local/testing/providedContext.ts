declare module 'vitest' {
  interface ProvidedContext {
    /** The one origin of the stack, without a slash at the end; only in the projects that start the whole stack. */
    url: string
    /** As the owner of everything: row-level security does not apply. */
    databaseUrl: string
    smtpUrl: string
    publishableKey: string
    secretKey: string
    /** Where a test may listen to speak for every provider of mail, below `/<kind>`. */
    providersOrigin: string
  }
}

export {}
