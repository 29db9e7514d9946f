import process from 'node:process'

/** Where a provider is asked: at its documented address, or in tests at a server on this machine that speaks for all of them. */
export const originOf = (kind: string, documented: string): string => {
  const local = process.env.PROVIDERS_ORIGIN
  return local ? `${local}/${kind}` : documented
}
