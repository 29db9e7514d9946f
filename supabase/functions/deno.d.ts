/** The part of Deno that our functions and their dispatcher use; TypeScript otherwise sees Node and the browser here. */
declare namespace Deno {
  const env: { get(name: string): string | undefined }
  const stdin: { readable: ReadableStream<Uint8Array> }
  function serve(
    options: { port: number; hostname: string; onListen: () => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): { shutdown(): Promise<void> }
  function exit(code: number): never
}
