/** Tests for one of some keys, such as `a`, `Delete` or `mod+shift+z`; without a modifier named, none may be held. */
export const isKey =
  (...wanted: readonly string[]) =>
  (event: KeyboardEvent): boolean =>
    wanted.includes(
      [
        event.ctrlKey || event.metaKey ? 'mod' : '',
        event.altKey ? 'alt' : '',
        event.shiftKey ? 'shift' : '',
        event.key.length === 1 ? event.key.toLowerCase() : event.key,
      ]
        .filter(Boolean)
        .join('+'),
    )

/** `Ctrl` here, `⌘` on a Mac. */
export function shownKey(key: string): string {
  if (key !== 'Mod') return key
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
