import type { ReactNode } from 'react'
import { cx } from './cx'

/** The reading column of an ordinary page. */
export function Page({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className={cx('mx-auto w-full px-4 py-6 sm:px-8 sm:py-8', narrow ? 'max-w-3xl' : 'max-w-6xl')}>{children}</div>
  )
}
