export const settingsTabs = ['workspace', 'members', 'messages', 'sending'] as const
export type SettingsTab = (typeof settingsTabs)[number]
