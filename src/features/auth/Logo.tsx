export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-base tracking-tight">
      <img src="/favicon.svg" alt="" className="size-7" />
      Perennial
    </span>
  )
}
