/** The embedded stack listens on loopback only, so its keys are fixed and public; hosted projects bring their own. */
export const localKeys = {
  publishable: 'sb_publishable_local',
  secret: 'sb_secret_local',
  jwtSecret: 'super-secret-jwt-token-with-at-least-32-characters-long',
  signing: 'local-signing-secret-for-links-and-webhooks',
  providers: Buffer.from('local-key-for-provider-secrets!!').toString('base64'),
}
