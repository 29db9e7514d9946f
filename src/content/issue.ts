import type { MessageUnit } from './message.ts'

/** Where in a message something is wrong; lines and columns count from 1. */
export interface Place {
  locale?: string
  unit?: MessageUnit
  line?: number
  column?: number
}

/** Something wrong with a message: a code that the interface translates, its parameters, and where it is. */
export interface ContentIssue {
  code: ContentIssueCode
  /** `blocks` means the message must not be published or sent like this; `warns` does not hold it back. */
  severity: 'blocks' | 'warns'
  params: Record<string, string | number>
  at?: Place
}

/** Every code this folder can give, so that a test can ask for a sentence in each language. */
export const contentIssueCodes = [
  'localeInvalid',
  'unitMissing',
  'messageEmpty',
  'unitEmpty',
  'liquidSyntax',
  'tagUnknown',
  'tagForbidden',
  'filterUnknown',
  'variableUnknown',
  'variableMissing',
  'variableDefaulted',
  'valueNotText',
  'dateUnreadable',
  'dateStyleUnknown',
  'numberUnreadable',
  'currencyUnknown',
  'zoneInvalid',
  'templateTooLong',
  'templateTooDeep',
  'templateTooSlow',
  'templateTooLarge',
  'templateFailed',
  'linkRefused',
] as const

export type ContentIssueCode = (typeof contentIssueCodes)[number]

type Params = ContentIssue['params']

/** An issue that holds the message back. */
export const blocks = (code: ContentIssueCode, params: Params = {}, at?: Place): ContentIssue =>
  at ? { code, severity: 'blocks', params, at } : { code, severity: 'blocks', params }

/** An issue that is shown but holds nothing back. */
export const warns = (code: ContentIssueCode, params: Params = {}, at?: Place): ContentIssue =>
  at ? { code, severity: 'warns', params, at } : { code, severity: 'warns', params }

/** Says whether a message with these issues must not be sent. */
export const isBlocked = (issues: readonly ContentIssue[]): boolean =>
  issues.some(({ severity }) => severity === 'blocks')
