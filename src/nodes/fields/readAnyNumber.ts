/** A number of either sign as a person writes it: with comma or point, in Arabic digits too; nothing for anything else. */
export function readAnyNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\u200e\u200f]/g, '')
    .replace(/[,\u066b]/, '.')
    .replace('\u2212', '-')
  const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
