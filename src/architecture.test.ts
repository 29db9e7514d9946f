import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })
const files = Object.keys(sources).filter((path) => !/\.test\.tsx?$|^\.\/testing\//.test(path))

/** What each part of the house may import; always itself too. `faces` are the React side of nodes. */
const mayImport: Record<string, string[]> = {
  engine: ['audience', 'content'],
  audience: ['engine', 'content'],
  content: ['engine', 'audience'],
  nodes: ['engine', 'audience', 'content'],
  lib: ['engine', 'audience', 'content', 'nodes'],
  ui: ['lib'],
  data: ['engine', 'audience', 'content', 'nodes', 'lib'],
  faces: ['engine', 'audience', 'content', 'nodes', 'lib', 'ui', 'data'],
  features: ['engine', 'audience', 'content', 'nodes', 'faces', 'lib', 'ui', 'data'],
}
const runsInDeno = new Set(['engine', 'audience', 'content', 'nodes'])
const packagesInDeno = new Set(['zod', 'liquidjs', 'temporal-polyfill', 'rrule-temporal'])

test('imports run one way', () => {
  const offences = files.flatMap((path) => {
    const allowed = mayImport[partOf(path)]
    return allowed
      ? localImports(path)
          .filter((each) => ![partOf(path), ...allowed].includes(partOf(each)))
          .map(from(path))
      : []
  })
  expect(offences).toEqual([])
})

test('what Deno runs imports only relative .ts files and the packages Deno has', () => {
  const runs = (name: string) => /^\.{1,2}\/.+\.ts$/.test(name) || packagesInDeno.has(name)
  const offences = files
    .filter((path) => runsInDeno.has(partOf(path)))
    .flatMap((path) =>
      imports(path)
        .filter((name) => !runs(name))
        .map(from(path)),
    )
  expect(offences).toEqual([])
})

test('no feature imports another', () => {
  const featureOf = (path: string) => (partOf(path) === 'features' ? path.split('/')[2] : undefined)
  const offences = files.filter(featureOf).flatMap((path) =>
    localImports(path)
      .filter((each) => featureOf(each) && featureOf(each) !== featureOf(path))
      .map(from(path)),
  )
  expect(offences).toEqual([])
})

test('only data and lib talk to Supabase', () => {
  const talks = (path: string) => imports(path).includes('@supabase/supabase-js')
  expect(files.filter((path) => talks(path) && !['data', 'lib'].includes(partOf(path)))).toEqual([])
})

test('class names know start and end, not left and right, except for a place measured in pixels', () => {
  const physical =
    /(?<=[\s'"`:])-?(?:m[lr]|p[lr]|left|right|text-left|text-right|border-[lr]|rounded-[lr])(?:-[\w[(.]+|(?=[\s'"`]))/g
  const inClasses = (text: string) =>
    [...text.matchAll(/(?:className=|cx\(|Style\w* =)[^\n]*/g)].map(([line]) => line).join('\n')
  const offences = files.flatMap((path) => (inClasses(sources[path] ?? '').match(physical) ?? []).map(from(path)))
  expect(offences.filter((each) => !each.endsWith('left-('))).toEqual([])
})

function partOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/')
  if (rest.length === 0) return 'app'
  const isFace =
    path.endsWith('.tsx') || rest[0] === 'fields' || /\/(use[A-Z]\w*|nodeView|views|nodeText)\.ts$/.test(path)
  return folder === 'nodes' && isFace ? 'faces' : folder
}

const imports = (path: string) =>
  [...(sources[path] ?? '').matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, name = '']) => name)
const from = (path: string) => (name: string) => `${path}: ${name}`

const localImports = (path: string) =>
  imports(path)
    .filter((name) => /^\.|^@\//.test(name))
    .map((name) => resolve(path, name))

function resolve(path: string, name: string): string {
  const target = name.startsWith('@/') ? `./${name.slice(2)}` : `.${new URL(name, `file://${path.slice(1)}`).pathname}`
  return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((each) => each in sources) ?? target
}
