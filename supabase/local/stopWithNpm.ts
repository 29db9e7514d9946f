/** npm does not hand every signal on to what it runs, so its end is noticed as well: then we have another parent. */
export function stopWithNpm(stop: () => void) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500).unref()
}
