/** Options by name. A value that is no longer among them stays, and is said to be gone once the others are known. */
export function namedOptions(
  named: readonly { id: string; name: string }[] | undefined,
  value: string | undefined,
  gone: string,
): { value: string; label: string }[] {
  const options = (named ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const isThere = !value || options.some((each) => each.value === value)
  return isThere ? options : [...options, { value, label: named ? gone : '…' }]
}
