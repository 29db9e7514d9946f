import type { TFunction } from 'i18next'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Problem } from '../engine/problem.ts'
import type { RuleNames } from './fields/ruleText.ts'

/** A step of the journey, as other steps speak of it. */
export interface StepChoice {
  id: string
  sentence: string
}

/** What a panel may know besides its node's data. */
export interface PanelContext {
  workspaceId: string
  journeyId: string
  nodeId: string
  /** The steps a jump may lead to, in reading order. */
  steps: readonly StepChoice[]
  sourceLocale: string
  locales: readonly string[]
  zone: string
  readOnly: boolean
}

/** What the things are called that a step names by id; nothing for one that is gone, or not known yet. */
export interface NodeNames extends RuleNames {
  /** The sentence of a step of the same journey. */
  step: (id: string) => string | undefined
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
  sentence: (data: Data, t: TFunction, names?: NodeNames) => string
  /** The name of a port as its edge shows it; empty for a sole port. */
  portLabel: (data: Data, port: string, t: TFunction) => string
  /** Whose names the sentence needs; nothing where it needs none. */
  speaksOf?: (data: Data) => readonly (keyof NodeNames)[]
}
