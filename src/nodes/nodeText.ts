import type { TFunction } from 'i18next'
import { localeName } from '../content/locales.ts'
import type { Problem } from '../engine/problem.ts'

/** What a reader sees of a node type's words; `exists` is i18next's own. */
export interface NodeSpeech {
  t: TFunction
  exists: (key: string) => boolean
  language: string
}

/** The sentence for a problem a node type reported itself; nothing for one that is about the graph. */
export function problemText({ t, exists, language }: NodeSpeech, type: string, problem: Problem): string | undefined {
  const key = `node.${type}:problems.${problem.code}`
  if (!exists(key)) return undefined
  const sentence = t(key, problem.params)
  const { locale, unit } = problem.params
  if (locale === undefined || unit === undefined) return sentence
  return t(`node.${type}:problemAt`, {
    language: localeName(String(locale), language),
    unit: t(`node.${type}:unit.${unit}`),
    sentence,
  })
}

/** Why a step ended as it did; an exit's own reason is the author's text and stays as written. */
export function reasonText({ t, exists }: NodeSpeech, type: string, because: string): string {
  const keys = [`node.${type}:because.${because}`, `nodes:because.${because}`]
  const key = keys.find((each) => !because.includes(':') && exists(each))
  return key ? t(key) : because
}
