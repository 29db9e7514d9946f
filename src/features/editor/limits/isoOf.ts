const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in milliseconds as an ISO 8601 duration of its two greatest units, days and smaller; under a second as one. */
export function isoOf(ms: number): string {
  const [days, hours] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR)]
  const [minutes, seconds] = [Math.floor((ms % HOUR) / MINUTE), Math.floor((ms % MINUTE) / 1000)]
  if (days > 0) return hours > 0 ? `P${days}DT${hours}H` : `P${days}D`
  if (hours > 0) return minutes > 0 ? `PT${hours}H${minutes}M` : `PT${hours}H`
  if (minutes > 0) return seconds > 0 ? `PT${minutes}M${seconds}S` : `PT${minutes}M`
  return `PT${Math.max(1, seconds)}S`
}
