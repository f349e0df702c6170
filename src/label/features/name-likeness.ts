import { isPersonName, titleLength } from '../../lexicon/person-names.ts'
import type { CellFeature } from './feature.ts'
import { textOf } from './cell-form.ts'

/** A name takes less. */
const LONGEST = 60

/** Whether the whole cell is a person's name, behind a rank or title or alone. */
export const nameLikeness: CellFeature = {
  name: 'name-likeness',
  of: 'cell',
  size: () => 1,
  observe(page, say) {
    page.cells.forEach((cell, at) => {
      const text = textOf(page, cell)
      if (text.length <= LONGEST && isPersonName(text.slice(titleLength(text)))) say(at, 0)
    })
  },
}
