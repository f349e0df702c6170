/** How the paragraphs of a DOCX are set: what they say themselves, over their style and those it comes from. */
import { child, elements, type XmlElement } from '../read/xml.ts'
import { MILLIMETRE, NamedStyles, POINT, wordsOf } from './docx-styles.ts'
import { most, type ParagraphLook } from './look.ts'

/** Of `w:line` in one line, where the distance of lines is a multiple. */
const SINGLE_LINE = 240
/** A paragraph of the body has more letters than a line of the head or the foot. */
const BODY_LETTERS = 60

/** Attributes of `w:ind` and `w:spacing`, by name. */
interface Setting {
  firstLine: string
  hanging: string
  before: string
  after: string
  line: string
  lineRule: string
}

/** As most of the long paragraphs are set; null where there are none. */
export function paragraphLook(paragraphs: readonly XmlElement[], styles: XmlElement | undefined): ParagraphLook | null {
  const named = new NamedStyles<Setting>(styles, 'w:pPr', settingOf)
  const looks = paragraphs
    .filter((paragraph) => lettersOf(paragraph) >= BODY_LETTERS)
    .map((paragraph) => {
      const properties = child(paragraph, 'w:pPr')
      return JSON.stringify(lookOf({ ...named.ofParagraph(properties), ...settingOf(properties) }))
    })
  const look = most(looks, (each) => each)
  return look === null ? null : JSON.parse(look)
}

const lettersOf = (paragraph: XmlElement) => elements(paragraph, 'w:r').map(wordsOf).join('').replace(/\s/g, '').length

function lookOf(setting: Partial<Setting>): ParagraphLook {
  const number = (name: keyof Setting) => (setting[name] === undefined ? null : Number(setting[name]))
  const [hanging, firstLine, line] = [number('hanging'), number('firstLine'), number('line')]
  const first = hanging === null ? firstLine : -hanging
  const [before, after] = [number('before'), number('after')]
  const isFixed = /^(?:exact|atLeast)$/i.test(setting.lineRule ?? '')
  return {
    firstLine: first === null ? null : first / MILLIMETRE,
    between: before === null && after === null ? null : ((before ?? 0) + (after ?? 0)) / POINT,
    lines: line === null || isFixed ? null : line / SINGLE_LINE,
    points: line === null || !isFixed ? null : line / POINT,
  }
}

function settingOf(properties: XmlElement | undefined): Partial<Setting> {
  return Object.fromEntries(
    ['w:ind', 'w:spacing'].flatMap((name) =>
      Object.entries(child(properties, name)?.attributes ?? {}).map(([key, value]) => [key.replace('w:', ''), value]),
    ),
  )
}
