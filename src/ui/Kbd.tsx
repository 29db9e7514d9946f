import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      dir="ltr"
      className="inline-flex h-5 min-w-5 items-center justify-center rounded-xs border border-current/25 px-1 font-sans text-2xs opacity-80"
    >
      {children}
    </kbd>
  )
}
