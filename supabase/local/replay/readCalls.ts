import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { StartError } from '../startError.ts'
import type { Mapping } from './mapping.ts'

/** A Segment call with the time it happened. */
export interface Call {
  at: number
  body: { type: 'track' | 'identify'; userId: string; messageId: string; timestamp: string; [more: string]: unknown }
}

type Row = Record<string, string>

/** The calls of a CSV file in the order of time; rows of one time keep the order of the file. */
export function readCalls(file: string, mapping: Mapping): Call[] {
  const rows: Row[] = parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true, bom: true })
  const known = new Set<string>()
  return rows
    .map((row, index) => ({ row, index, at: timeOf(row, mapping, index) }))
    .sort((one, other) => one.at - other.at || one.index - other.index)
    .flatMap(({ row, index, at }) => {
      const userId = cell(row, mapping.userId, index)
      const track = trackCall({ row, index, at, userId }, mapping)
      if (known.has(userId) || Object.keys(mapping.traits).length === 0) return [track]
      known.add(userId)
      return [identifyCall({ at, userId }, mapping), track]
    })
}

function trackCall(
  { row, index, at, userId }: { row: Row; index: number; at: number; userId: string },
  mapping: Mapping,
): Call {
  const properties = Object.entries(mapping.properties).map(([name, from]) => {
    if ('value' in from) return [name, from.value]
    const text = cell(row, from.column, index)
    return [name, from.as === 'number' ? numberOf(text, from.column, index) : text]
  })
  const timestamp = new Date(at).toISOString()
  return {
    at,
    body: {
      type: 'track',
      userId,
      event: mapping.event,
      messageId: `replay-${index}`,
      timestamp,
      properties: Object.fromEntries(properties),
    },
  }
}

function identifyCall({ at, userId }: { at: number; userId: string }, mapping: Mapping): Call {
  const traits = Object.entries(mapping.traits).map(([name, text]) => [name, text.replaceAll('{userId}', userId)])
  const timestamp = new Date(at).toISOString()
  return {
    at,
    body: {
      type: 'identify',
      userId,
      messageId: `replay-identify-${userId}`,
      timestamp,
      traits: Object.fromEntries(traits),
    },
  }
}

function timeOf(row: Row, { timestamp }: Mapping, index: number): number {
  const at = Date.parse(cell(row, timestamp, index))
  if (Number.isNaN(at)) throw rowError(index, `"${row[timestamp]}" in column "${timestamp}" is not a date`)
  return at
}

function numberOf(text: string, column: string, index: number): number {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value))
    throw rowError(index, `"${text}" in column "${column}" is not a number`)
  return value
}

function cell(row: Row, column: string, index: number): string {
  const text = row[column]
  if (text === undefined)
    throw rowError(index, `there is no column "${column}"; the columns are ${Object.keys(row).join(', ')}`)
  return text
}

const rowError = (index: number, what: string) => new StartError(`Line ${index + 2} of the file: ${what}.`)
