import type { TFunction } from 'i18next'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Problem } from '../engine/problem.ts'

/** What a panel may know besides its node's data. */
export interface PanelContext {
  workspaceId: string
  nodeId: string
  sourceLocale: string
  locales: readonly string[]
  zone: string
  readOnly: boolean
}

/** A panel is a form over one node's data; `onChange` gets whole, schema-valid data and is one undoable edit. */
export interface PanelProps<Data> {
  data: Data
  onChange: (data: Data) => void
  problems: readonly Problem[]
  context: PanelContext
}

/** The face of a node type: what canvas, palette, outline and panel show of it. Words come from the type's own `words.ts`. */
export interface NodeView<Data> {
  icon: LucideIcon
  Panel: ComponentType<PanelProps<Data>>
  /** What this step does, in one sentence of the reader's language: the text on its card. */
  sentence: (data: Data, t: TFunction) => string
  /** The name of a port as its edge shows it; empty for a sole port. */
  portLabel: (data: Data, port: string, t: TFunction) => string
}
