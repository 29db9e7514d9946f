import { useEffect, useState } from 'react'
import { useEditor, useEditorState } from '../store/EditorContext'
import { requestOf, type TriedContact } from './requestOf'
import { type Simulations, startSimulations } from './startSimulations'

/** Keeps the simulation in the store that of the draft, the contact and the set-up as they are now. */
export function useSimulation(contact: TriedContact | undefined) {
  const { store, world } = useEditor()
  const journey = useEditorState((state) => state.journey)
  const trial = useEditorState((state) => state.trial)
  const [simulations, setSimulations] = useState<Simulations>()
  useEffect(() => {
    const started = startSimulations((simulation) => store.getState().setSimulation(simulation))
    setSimulations(started)
    return started.stop
  }, [store])
  useEffect(() => {
    if (simulations && contact) simulations.run(requestOf(journey, { world, trial, contact }))
  }, [simulations, journey, trial, world, contact])
}
