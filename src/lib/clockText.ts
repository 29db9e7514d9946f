/** A time of day such as `09:00` as a language writes it, on a clock of 24 hours. */
export function clockText(time: string, language: string): string {
  if (language === 'uz') return time
  const format = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  return format.format(new Date(`2026-01-05T${time}:00Z`))
}
