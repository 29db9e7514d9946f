/**
 * Remembers what was made for a key, for at most `size` keys; the one unused for longest is forgotten first. Only for
 * values that depend on nothing but the key, so that remembering changes no result.
 */
export function boundedCache<Key, Value>(size: number): (key: Key, make: () => Value) => Value {
  const entries = new Map<Key, Value>()
  return (key, make) => {
    const found = entries.get(key)
    // Order of use matters only once something may be pushed out.
    if (found !== undefined && entries.size <= size / 2) return found

    const value = found ?? make()
    entries.delete(key)
    entries.set(key, value)
    const [oldest] = entries.keys()
    if (entries.size > size && oldest !== undefined) entries.delete(oldest)
    return value
  }
}
