import { PendingPage } from './PendingPage'

/** The outline of the shell, so that nothing jumps when it arrives. */
export function PendingShell() {
  return (
    <div className="flex h-dvh flex-col max-md:pt-12 md:ps-60">
      <div className="flex-1 border-line bg-surface max-md:border-t md:my-2 md:me-2 md:rounded-lg md:border md:shadow-card">
        <PendingPage />
      </div>
    </div>
  )
}
