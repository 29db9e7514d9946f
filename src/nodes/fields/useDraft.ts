import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'

/** Text being typed. It is committed once, when the field is left: by blur, by Enter, or because the field disappears. */
export function useDraft(value: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, commit })
  latest.current = { draft, value, commit }

  const commitDraft = useCallback(() => {
    const { draft, value, commit } = latest.current
    latest.current.draft = null
    if (draft !== null && draft !== value) commit(draft)
  }, [])
  useEffect(() => commitDraft, [commitDraft])

  function leave() {
    commitDraft()
    setDraft(null)
  }
  return {
    text: draft ?? value,
    type: setDraft,
    leave,
    leaveOnEnter: ({ key, nativeEvent }: KeyboardEvent) => {
      if (key === 'Enter' && !nativeEvent.isComposing) leave()
    },
  }
}
