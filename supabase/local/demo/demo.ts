/** What supabase/seed.sql makes. */
export const demo = {
  workspaceId: 'd0000000-0000-4000-8000-000000000001',
  welcomeId: 'd0000000-0000-4000-8000-000000000101',
  secondOrderId: 'd0000000-0000-4000-8000-000000000102',
  writeKey: 'wk_demo',
}
