/**
 * The embedded stand-in for the edge gateway and runtime: one Deno process that answers `/functions/v1/<name>/…` by
 * importing `<name>/index.ts` from the functions folder. Its parent holds our standard input open; when that closes, the
 * work in hand is finished and the process ends.
 */
import { createKidSigner } from './kidSigner.ts'

type FunctionModule = { default: { fetch(request: Request): Response | Promise<Response> } }

const root = Deno.env.get('FUNCTIONS_ROOT') ?? ''
const modules = new Map<string, Promise<FunctionModule>>()
const background = new Set<Promise<unknown>>()
const signWithKid = createKidSigner(Deno.env.get('LOCAL_JWT_SECRET') ?? '')

Object.assign(globalThis, {
  EdgeRuntime: {
    waitUntil(work: Promise<unknown>) {
      const settled = work.catch(report).finally(() => background.delete(settled))
      background.add(settled)
    },
  },
})

const server = Deno.serve(
  { port: Number(Deno.env.get('FUNCTIONS_PORT')), hostname: '127.0.0.1', onListen: () => write('ready') },
  async (request) => {
    const url = new URL(request.url)
    const [, name, rest = ''] = /^\/functions\/v1\/([A-Za-z][A-Za-z0-9_-]*)(\/.*)?$/.exec(url.pathname) ?? []
    if (!name) return failure(404, 'not_found', 'There is no such function.')
    let module: FunctionModule
    try {
      module = await load(name)
    } catch (error) {
      if (isMissing(error, name)) return failure(404, 'not_found', `There is no function named ${name}.`)
      report(error)
      return failure(503, 'boot_error', `The function ${name} does not start: ${messageOf(error)}`)
    }
    url.pathname = `/${name}${rest}`
    const headers = new Headers(request.headers)
    headers.set('authorization', await signWithKid(headers.get('authorization') ?? ''))
    if (!headers.get('authorization')) headers.delete('authorization')
    try {
      return await module.default.fetch(new Request(url, { method: request.method, headers, body: request.body }))
    } catch (error) {
      report(error)
      return failure(500, 'internal', `The function ${name} threw: ${messageOf(error)}`)
    }
  },
)

function load(name: string) {
  const known = modules.get(name)
  if (known) return known
  const loading: Promise<FunctionModule> = import(`file://${root}/${name}/index.ts`)
  loading.catch(() => modules.delete(name))
  modules.set(name, loading)
  return loading
}

/** Only the function's own entry missing means that there is no function; a missing import inside is its fault. */
function isMissing(error: unknown, name: string) {
  const message = messageOf(error)
  return message.startsWith('Module not found') && message.includes(`/${name}/index.ts".`) && !message.includes('\n')
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, x-client-info, apikey, content-type',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
}

const failure = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status, headers: cors })

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function report(error: unknown) {
  // biome-ignore lint/suspicious/noConsole: standard error is the function log.
  console.error(error)
}

function write(line: string) {
  // biome-ignore lint/suspicious/noConsole: standard output tells the parent that the server listens.
  console.log(line)
}

globalThis.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  report(event.reason)
})

for await (const _ of Deno.stdin.readable);
await Promise.race([
  Promise.allSettled([server.shutdown(), ...background]),
  new Promise((end) => setTimeout(end, 5000)),
])
Deno.exit(0)
