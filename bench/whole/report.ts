/** One line of the table. */
export interface Figure {
  what: string
  figure: number
  unit: string
}

/** A ratio of two figures of this run, and the least it is to be; `most` where it must not be larger either. */
export interface Floor {
  what: string
  ratio: number
  least: number
  most?: number
}

const isMet = ({ ratio, least, most = Number.POSITIVE_INFINITY }: Floor): boolean => ratio >= least && ratio <= most

const wanted = ({ least, most }: Floor): string => (most === undefined ? `≥ ${least}` : `${least} – ${most}`)

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 1000 ? 1 : 0 })

/** What was measured so far, for a table and for a file. */
export class Report {
  readonly figures: Figure[] = []
  readonly floors: Floor[] = []

  add(what: string, figure: number, unit: string): number {
    this.figures.push({ what, figure, unit })
    process.stdout.write(`${what.padEnd(74)}${digits(figure).padStart(12)} ${unit}\n`)
    return figure
  }

  hold(floor: Floor) {
    this.floors.push(floor)
  }

  /** Prints how the figures compare; answers whether every floor is met. */
  printFloors(): boolean {
    const lines = this.floors.map(
      (floor) =>
        `${floor.what.padEnd(74)}${digits(floor.ratio).padStart(12)} ${wanted(floor).padEnd(12)} ${isMet(floor) ? 'met' : 'NOT MET'}`,
    )
    process.stdout.write(`\n${lines.join('\n')}\n`)
    return this.floors.every(isMet)
  }

  toJson() {
    return { figures: this.figures, floors: this.floors.map((floor) => ({ ...floor, isMet: isMet(floor) })) }
  }
}
