import { Agent, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { pipeline } from 'node:stream'

/** Passes requests on to another port of this machine, bodies as streams; who hangs up on one side hangs up on both. */
export function createProxy(port: number) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 })

  function forward(request: IncomingMessage, response: ServerResponse) {
    const { method, url: path, headers } = request
    const upstream = send({ agent, host: '127.0.0.1', port, method, path, headers })
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response, () => undefined)
    })
    upstream.on('error', () => refuse(response))
    response.on('close', () => upstream.destroy())
    pipeline(request, upstream, () => undefined)
  }

  return { forward, close: () => agent.destroy() }
}

function refuse(response: ServerResponse) {
  if (response.headersSent) return void response.destroy()
  const error = { code: 'unavailable', message: 'The functions are starting again; try once more in a moment.' }
  response.writeHead(503, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'retry-after': '1',
  })
  response.end(JSON.stringify({ error }))
}
