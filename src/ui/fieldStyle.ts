/** What every box that takes a value looks like. */
export const fieldStyle =
  'w-full min-w-0 rounded-sm border border-line-strong bg-surface text-ink text-sm shadow-card outline-none transition-shadow ' +
  'focus-visible:border-accent focus-visible:ring-3 focus-visible:ring-accent/25 ' +
  'data-invalid:border-danger data-invalid:focus-visible:ring-danger/25 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-subtle disabled:text-muted disabled:shadow-none ' +
  'data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:bg-subtle data-disabled:text-muted data-disabled:shadow-none ' +
  '[&:is(input,textarea):read-only]:bg-subtle forced-colors:focus-visible:outline-2'

export const popupStyle =
  'z-50 rounded-md border border-line bg-raised p-1 text-ink text-sm shadow-raised outline-none transition-opacity ' +
  'data-ending-style:opacity-0 data-starting-style:opacity-0'

export const optionStyle =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-xs px-2 py-1 outline-none ' +
  'data-highlighted:bg-subtle data-disabled:cursor-not-allowed data-disabled:text-muted'
