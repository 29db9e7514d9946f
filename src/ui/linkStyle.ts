/** The look of a link inside text, for router links and plain anchors alike. */
export const linkStyle =
  'rounded-xs font-medium text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent'
