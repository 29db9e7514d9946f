import { createServer } from 'node:net'
import { StartError } from './startError.ts'

export type Ports = { app: number; postgres: number; smtp: number; functions: number }

export const portVariables = {
  app: 'PORT',
  postgres: 'POSTGRES_PORT',
  smtp: 'SMTP_PORT',
  functions: 'FUNCTIONS_PORT',
} as const

const defaults: Ports = { app: 5300, postgres: 54322, smtp: 54325, functions: 54329 }

export function portsFromEnvironment(env: NodeJS.ProcessEnv = process.env): Ports {
  const read = (name: keyof Ports) => {
    const text = env[portVariables[name]]
    if (!text) return defaults[name]
    const port = Number(text)
    if (Number.isInteger(port) && port > 0 && port < 65536) return port
    throw new StartError(`${portVariables[name]}=${text} is not a port number between 1 and 65535.`)
  }
  return { app: read('app'), postgres: read('postgres'), smtp: read('smtp'), functions: read('functions') }
}

export async function freePorts(): Promise<Ports> {
  const holds = await Promise.all([hold(0), hold(0), hold(0), hold(0)])
  const [app = 0, postgres = 0, smtp = 0, functions = 0] = holds.map((held) => held.port)
  await Promise.all(holds.map((held) => held.release()))
  return { app, postgres, smtp, functions }
}

export async function requireFreePort(name: keyof Ports, port: number) {
  try {
    const held = await hold(port)
    await held.release()
  } catch {
    throw busyPort(name, port)
  }
}

export function busyPort(name: keyof Ports, port: number) {
  return new StartError(
    `Port ${port} is in use by another program: stop that program, or choose another port with ${portVariables[name]}=…`,
  )
}

function hold(port: number): Promise<{ port: number; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        release: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}
