import type { NodeWordsByLanguage } from '@/nodes/nodeWords'
import { flatten, type Tree } from './wordList'

const appFiles = import.meta.glob<Tree>('./*/*.json', { eager: true, import: 'default' })
const nodeFiles = import.meta.glob<NodeWordsByLanguage>('../nodes/*/words.ts', { eager: true, import: 'words' })

/** Namespace → language → words by key: the application's files and the words each node type brings along. */
export function allWords() {
  const all = new Map<string, Map<string, Map<string, string>>>()
  const add = (namespace: string, language: string, tree: Tree) => {
    const languages = all.get(namespace) ?? new Map<string, Map<string, string>>()
    all.set(namespace, languages.set(language, new Map(flatten(tree))))
  }
  for (const [path, tree] of Object.entries(appFiles)) {
    const [, language = '', file = ''] = path.split('/')
    add(file.replace('.json', ''), language, tree)
  }
  for (const [path, words] of Object.entries(nodeFiles)) {
    const type = path.split('/').at(-2)
    for (const [language, tree] of Object.entries(words)) add(`node.${type}`, language, tree)
  }
  return all
}
