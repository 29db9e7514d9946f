import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isLoopback, isPublicAddress } from './isPublicAddress.ts'
import { RefusedAddressError } from './outsideErrors.ts'

/** All addresses of a name, as the system knows them. */
export type Lookup = (host: string) => Promise<readonly { address: string; family: number }[]>

/** What this installation lets be asked. `local`: also this very machine, by http too and on any port. */
export interface Allowed {
  ports: readonly number[]
  local: boolean
}

/** An address that was looked at; the connection goes to it and to no other. */
export interface CheckedAddress {
  address: string
  family: number
}

const allOf: Lookup = (host) => systemLookup(host, { all: true, verbatim: true })

/**
 * The address to connect to for a URL. Throws `RefusedAddressError` unless every address of its name may be asked: a name
 * that leads inside and outside is meant to deceive.
 */
export async function checkedAddress(url: URL, allowed: Allowed, lookup: Lookup = allOf): Promise<CheckedAddress> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new RefusedAddressError('Only https can be asked')
  if (url.username !== '' || url.password !== '') throw new RefusedAddressError('An address must carry no credentials')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const addresses = family === 0 ? await lookup(host) : [{ address: host, family }]
  const [first] = addresses
  if (!first) throw new RefusedAddressError(`${host} has no address`)
  if (allowed.local && addresses.every(({ address }) => isLoopback(address))) return first
  if (!addresses.every(({ address }) => isPublicAddress(address))) {
    throw new RefusedAddressError(`${host} is not on the public internet`)
  }
  if (url.protocol === 'http:') throw new RefusedAddressError('Only https can be asked')
  const port = url.port === '' ? 443 : Number(url.port)
  if (port !== 443 && !allowed.ports.includes(port))
    throw new RefusedAddressError(`Port ${port} is not one to be asked`)
  return first
}
