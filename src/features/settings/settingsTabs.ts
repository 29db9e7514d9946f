export const settingsTabs = ['workspace', 'members', 'sending'] as const
export type SettingsTab = (typeof settingsTabs)[number]
