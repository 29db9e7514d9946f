/** A zone as a person reads it: `America/New_York` is "America/New York". */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ')
