import { spawn } from 'node:child_process'

/**
 * Watches over a child of ours so that it ends even when we are killed without warning: a small shell waits for the
 * other end of a pipe only we hold, and the kernel closes that end when we are gone. Call the result once the child has
 * ended by itself. Windows has no such shell; there a leftover child is found at the next start.
 */
export function dieWithUs(pid: number, signal: 'INT' | 'TERM'): () => void {
  if (process.platform === 'win32') return () => undefined
  const guard = spawn(
    '/bin/sh',
    ['-c', 'read -r done || kill -s "$1" "$2" 2>/dev/null', 'guard', signal, String(pid)],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  )
  guard.unref()
  guard.stdin.on('error', () => undefined)
  return () => guard.stdin.end('done\n')
}
