import { tags } from 'liquidjs'

/** The tags a template may use: those that read no file, make no markup and keep data apart from the author's text. */
export const mailTags = [
  'assign',
  'capture',
  'case',
  'comment',
  'for',
  'if',
  'unless',
  'break',
  'continue',
  'raw',
  '#',
] as const

/** Says whether a message may use this tag. */
export const isMailTag = (name: string): boolean => mailTags.some((tag) => tag === name)

/** Says whether Liquid has this tag but a message may not use it, such as `include`. */
export const isForbiddenTag = (name: string): boolean => Object.hasOwn(tags, name) && !isMailTag(name)
