const candidates = 'input, select, textarea, button, a[href], [tabindex]'

/** The first place the Tab key stops at inside an element. */
export const firstTabbable = (inside: HTMLElement | null): HTMLElement | undefined =>
  Array.from(inside?.querySelectorAll<HTMLElement>(candidates) ?? []).find(
    (each) => each.tabIndex >= 0 && !each.matches(':disabled, [type=hidden], [aria-hidden=true]'),
  )
