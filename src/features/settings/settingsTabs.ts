export const settingsTabs = ['workspace', 'members', 'messages', 'sending', 'operations'] as const
export type SettingsTab = (typeof settingsTabs)[number]
