import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { contactStandingQuery } from '@/data/contactStanding'
import { contactPastQuery } from '@/data/events'
import { usePreviewContact } from '@/nodes/message/usePreviewContact'
import { useEditor, useEditorState } from '../store/EditorContext'
import type { TriedContact } from './requestOf'

const nothing: never[] = []

/** Whom the reader tries the journey out with. Not there while a real contact's past is being loaded. */
export function useTried() {
  const { store, world } = useEditor()
  const first = useEditorState(({ trial }) => trial.chosen)
  const picked = usePreviewContact(world.workspaceId, world.check.sourceLocale, first)
  const { chosen, contact } = picked
  const realId = typeof chosen === 'string' ? undefined : chosen.id
  const past = useQuery({ ...contactPastQuery(world.workspaceId, realId ?? 0), enabled: realId !== undefined })
  const standing = useQuery(contactStandingQuery(world.workspaceId, realId))
  useEffect(() => {
    const { trial, setUp } = store.getState()
    if (chosen !== trial.chosen) setUp({ chosen })
  }, [store, chosen])

  // A sample is put together at every render; what is in it seldom changes.
  const written = JSON.stringify(contact)
  const happened = realId === undefined ? nothing : past.data
  const tried = useMemo((): TriedContact | undefined => {
    if (!happened || !standing.data) return undefined
    const { locale, time_zone, attributes }: typeof contact = JSON.parse(written)
    const { id: _, ...known } = attributes
    return {
      id: String(realId ?? chosen),
      zone: time_zone,
      attributes: { ...known, ...(locale !== null && { locale }), ...(time_zone !== null && { time_zone }) },
      past: happened,
      ...standing.data,
    }
  }, [written, happened, standing.data, realId, chosen])
  return { picked, tried, error: past.error ?? standing.error }
}
