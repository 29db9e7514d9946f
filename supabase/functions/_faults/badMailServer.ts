import { createServer, type Socket } from 'node:net'

/** How the server treats the next connection or mail. */
export type Mood = 'well' | 'closed' | 'refuses' | 'stalls' | 'babbles' | 'full' | 'hangsUp' | 'forgetsToSay'

/** A mail that the server took upon itself. */
export interface Accepted {
  worker: string
  messageId: string
  delivery: string
  to: string
  /** Whether the sender was told so. */
  isTold: boolean
}

interface Wishes {
  /** Asked when somebody connects, and again for every mail. */
  mood: () => Mood
  /** Called at the moment a mail is taken. */
  onAccepted: (mail: Accepted) => void
}

/** A mail server that misbehaves as it is asked to. Whoever sends gives their name as the user, with any password. */
export async function badMailServer(wishes: Wishes) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    // Whoever was killed does not hang up in order.
    socket.on('error', () => undefined)
    converse(socket, wishes)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: (worker: string) => `smtp://${worker}:any@127.0.0.1:${port}`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

function converse(socket: Socket, { mood, onAccepted }: Wishes) {
  const say = (text: string) => socket.write(`${text}\r\n`)
  const talk = { worker: '', to: '', text: '', isMail: false, mood: mood() }
  if (talk.mood === 'closed' || talk.mood === 'hangsUp') return socket.destroy()
  if (talk.mood === 'refuses') return say('554 5.3.2 No service here today')
  if (talk.mood === 'babbles') return say('HTTP/1.1 200 OK')
  if (talk.mood === 'stalls') return setTimeout(() => socket.destroy(), 200).unref()
  say('220 ready')

  const takeMail = () => {
    const unfolded = talk.text.replace(/\n[ \t]+/g, ' ')
    const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
    if (talk.mood === 'full') return say('452 4.3.1 Insufficient system storage')
    if (talk.mood === 'hangsUp') return socket.destroy()
    const isTold = talk.mood !== 'forgetsToSay'
    const { worker, to } = talk
    onAccepted({ worker, to, messageId: header('message-id'), delivery: header('x-perennial-delivery'), isTold })
    return isTold ? say('250 2.0.0 Taken') : socket.destroy()
  }
  const answer = (line: string) => {
    const command = line.slice(0, 4).toUpperCase()
    if (command === 'EHLO') return say('250-here\r\n250 AUTH PLAIN')
    if (command === 'AUTH') {
      talk.worker =
        Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0')[1] ?? ''
      return say('235 welcome')
    }
    if (command === 'MAIL') {
      talk.mood = mood()
      if (talk.mood === 'closed') return say('421 4.3.2 Going down')
      if (talk.mood === 'refuses') return say('451 4.7.1 Try again later')
      if (talk.mood === 'babbles') return say('\x00\xff<html>what?</html>')
      if (talk.mood === 'stalls') return setTimeout(() => socket.destroy(), 200).unref()
    }
    if (command === 'RCPT') talk.to = /<(.*)>/.exec(line)?.[1] ?? ''
    if (command === 'DATA') {
      talk.isMail = true
      return say('354 go on')
    }
    if (command === 'QUIT') return socket.end('221 bye\r\n')
    return say('250 fine')
  }

  let rest = ''
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
      const line = rest.slice(0, at)
      rest = rest.slice(at + 2)
      if (!talk.isMail) answer(line)
      else if (line !== '.') talk.text += `${line}\n`
      else {
        takeMail()
        Object.assign(talk, { isMail: false, text: '' })
      }
    }
  })
}
