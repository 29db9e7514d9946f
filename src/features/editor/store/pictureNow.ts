import i18next from 'i18next'
import { directionOf } from '@/lib/i18n'
import type { Editor } from './EditorContext'

/** The picture of the journey as it is now, for code outside React. */
export const pictureNow = ({ store, world }: Editor) =>
  world.pictureOf(store.getState().journey, directionOf(i18next.language))
