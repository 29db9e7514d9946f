const encoder = new TextEncoder()
const MANTISSA_LOW_BITS = 21
const SEEDS = { high: 0, low: 0x9747b28c } as const

/**
 * A number in [0, 1) that a text always gives, in every browser and on every server, and that looks like chance: 53 bits,
 * as many as a number holds, from MurmurHash3 of its UTF-8 bytes under two seeds. Not for secrets.
 */
export function chance(text: string): number {
  const bytes = encoder.encode(text)
  const high = murmur3(bytes, SEEDS.high)
  const low = murmur3(bytes, SEEDS.low) >>> (32 - MANTISSA_LOW_BITS)
  return (high * 2 ** MANTISSA_LOW_BITS + low) / 2 ** 53
}

/** MurmurHash3_x86_32 (Appleby 2011, public domain): 32 unsigned bits of some bytes under a seed. */
export function murmur3(bytes: Uint8Array, seed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 4)
  let hash = seed
  for (let at = 0; at < whole; at += 4) {
    hash = rotated(hash ^ mixed(view.getUint32(at, true)), 13)
    hash = Math.imul(hash, 5) + 0xe6546b64
  }
  let tail = 0
  for (let at = bytes.length - 1; at >= whole; at--) tail = (tail << 8) | (bytes[at] ?? 0)
  return finished(hash ^ mixed(tail) ^ bytes.length)
}

const rotated = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by))

const mixed = (block: number): number => Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593)

function finished(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
