import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves the built app; every path that is no file is a screen of the app, answered by its index page. */
export function createBuiltApp(folder: string) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const path = decode(new URL(request.url ?? '/', 'http://app').pathname)
    const file = path === undefined ? undefined : fileAt(join(folder, normalize(path)))
    const isAsset = path !== undefined && (path.startsWith('/assets/') || extname(path) !== '')
    const found = file ?? (isAsset ? undefined : fileAt(join(folder, 'index.html')))
    if (!found) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    response.writeHead(200, {
      'content-type': types[extname(found)] ?? 'application/octet-stream',
      'cache-control': path?.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') return void response.end()
    pipeline(createReadStream(found), response, () => undefined)
  }
}

const fileAt = (path: string) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined)

function decode(path: string) {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}
