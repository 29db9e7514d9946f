import type { Key, ReactNode } from 'react'
import { cx } from './cx'

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** Left out on narrow screens. */
  secondary?: boolean
  className?: string
}

export type TableProps<Row> = {
  /** Names the table to screen readers. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => Key
}

export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  const cellStyle = (column: Column<Row>) =>
    cx(
      'px-3 first:ps-5 last:pe-5',
      column.align === 'end' ? 'text-end' : 'text-start',
      column.secondary && 'max-md:hidden',
      column.className,
    )
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(cellStyle(column), 'h-9 whitespace-nowrap font-medium text-muted text-xs')}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-line border-b last:border-b-0 hover:bg-subtle/60">
              {columns.map((column) => (
                <td key={column.id} className={cx(cellStyle(column), 'h-11 py-1.5')}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
