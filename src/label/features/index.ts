/** All features, in the order of their weights. */
import { anchors } from './anchors.ts'
import { cellEnds } from './cell-ends.ts'
import { cellForm } from './cell-form.ts'
import { cellPhrases } from './cell-phrases.ts'
import { digits } from './digits.ts'
import type { CellFeature, WordFeature } from './feature.ts'
import { gap } from './gap.ts'
import { length } from './length.ts'
import { mark } from './mark.ts'
import { nameLikeness } from './name-likeness.ts'
import { neighbours } from './neighbours.ts'
import { phrase } from './phrase.ts'
import { placeInStretch } from './place-in-stretch.ts'
import { positionInCell } from './position-in-cell.ts'
import { shape } from './shape.ts'
import { wordLikeness } from './word-likeness.ts'

export const FEATURES: readonly (WordFeature | CellFeature)[] = [
  shape,
  gap,
  mark,
  digits,
  length,
  phrase,
  positionInCell,
  cellPhrases,
  neighbours,
  cellForm,
  cellEnds,
  placeInStretch,
  wordLikeness,
  nameLikeness,
  anchors,
]
