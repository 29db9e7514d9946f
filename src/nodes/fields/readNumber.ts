/**
 * A number within limits as a person writes it: with comma or point, with a percent sign, in Arabic digits too; nothing
 * for anything else.
 */
export function readNumber(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const plain = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[%\u066a\s\u200e\u200f]/g, '')
    .replace(/[,\u066b]/, '.')
  const number = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
