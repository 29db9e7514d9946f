import ipaddr from 'ipaddr.js'

/** All of IPv6 that has been given out to the world (RFC 4291, IANA); what lies beside it is reserved or for use within. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Says whether an IP address is one of the public internet: none of a private network, of this machine, of a link, of a
 * provider's inside, none that stands for another address (v4-mapped, NAT64, 6to4, Teredo), none reserved.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_V6))
}

/** Says whether an IP address is this very machine's. */
export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback'
