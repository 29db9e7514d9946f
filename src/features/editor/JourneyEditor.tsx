import type { ReactNode } from 'react'
import { Canvas } from './canvas/Canvas'
import { LiveRegion } from './live/LiveRegion'
import { PeoplePanel } from './numbers/PeoplePanel'
import { StepNumbersPanel } from './numbers/StepNumbersPanel'
import { Outline } from './outline/Outline'
import { useIsNarrow } from './outline/useIsNarrow'
import { Palette } from './palette/Palette'
import { StepPanel } from './panel/StepPanel'
import { Pickers } from './picker/Pickers'
import { SettingsPanel } from './settings/SettingsPanel'
import { SimulatorPanel } from './simulator/SimulatorPanel'
import { type Editor, EditorProvider, useEditor, useEditorState } from './store/EditorContext'
import { StepLabelsProvider } from './words/StepLabels'
import { StepWordsProvider } from './words/StepWordsContext'

/** Everything below reads the one open editor. */
export const EditorScope = ({ editor, children }: { editor: Editor; children: ReactNode }) => (
  <EditorProvider editor={editor}>
    <StepWordsProvider>
      <StepLabelsProvider>{children}</StepLabelsProvider>
    </StepWordsProvider>
  </EditorProvider>
)

/** Palette, canvas and panel, side by side. */
export function Workbench() {
  const { world } = useEditor()
  const isNarrow = useIsNarrow()
  const panel = useEditorState((state) => state.panel)
  const hasNumbers = useEditorState((state) => state.numbers !== undefined)
  return (
    <div className="relative flex min-h-0 flex-1">
      {!world.readOnly && !isNarrow && <Palette />}
      {isNarrow ? <Outline /> : <Canvas />}
      {panel === 'step' && (hasNumbers ? <StepNumbersPanel /> : <StepPanel />)}
      {panel === 'people' && <PeoplePanel />}
      {panel === 'settings' && <SettingsPanel />}
      {panel === 'simulator' && <SimulatorPanel />}
      <Pickers />
      <LiveRegion />
    </div>
  )
}
