/** The left side: the source as text or as pictures, whatever there is, with what turns and magnifies it. */
import type { Field } from '../../record/fields.ts'
import type { Block } from '../shapes.ts'
import type { Picture } from './data.ts'
import { el, say } from './dom.ts'
import { type Word, word } from './language.ts'
import { missingView } from './missing.ts'
import { scanView } from './scan.ts'
import { type Mark, marksOf, type SourceView, textView } from './source.ts'

export interface SourcePane {
  element: HTMLElement
  /** Where the source itself is shown; its mouse events are the source's. */
  frame: HTMLElement
  view: SourceView
  turn(): void
  magnify(by: number): void
}

export interface Shown {
  block: Block
  pictures: readonly Picture[]
  path: string
  /** Below the source. */
  below: HTMLElement
  fields(): readonly Field[]
  /** After the view was turned from text to pictures or back. */
  turned(): void
}

/** In percent of the frame's width. */
const FULL_WIDTH = 100
const LEAST_ZOOM = 20
const MOST_ZOOM = 300

export function sourcePane(shown: Shown): SourcePane {
  const { block, pictures } = shown
  const label = word('source.title')
  const hasBoth = block.text !== null && pictures.length > 0
  let seeing: 'text' | 'image' = pictures.length > 0 ? 'image' : 'text'
  /** Width of a page in percent of the frame's. */
  let zoom = FULL_WIDTH
  /** Quarter turns to the right. */
  let quarters = 0

  const button = (name: Word, sign: string, click: () => void) =>
    el('button', { type: 'button', click, title: word(name), 'aria-label': word(name), 'data-do': name }, sign)
  const switcher = el('button', { type: 'button', click: () => pane.turn(), title: 'T', hidden: !hasBoth })
  const zooms = [
    button('source.zoomOut', '−', () => pane.magnify(-20)),
    button('source.zoomIn', '+', () => pane.magnify(20)),
    button('source.fitWidth', '↔', () => setZoom(FULL_WIDTH)),
    button('source.fitPage', '↕', () => setZoom(zoomOfWholePage())),
    button('source.rotate', '↻', () => {
      quarters = (quarters + 1) % 4
      lay(pane.view)
    }),
  ]
  const frame = el('div', { class: 'frame' })
  const path = el('span', { class: 'path' }, shown.path)

  const makeView = (): SourceView => {
    if (seeing === 'image') return scanView(pictures, shown.fields(), block, label)
    if (block.text === null) return missingView(shown.fields(), block, label)
    return textView(block.text, [...marksOf(shown.fields()), ...lineMarks(block.text, block.record.diagnostics)], label)
  }
  /** How the pages lie: size and turn. */
  const lay = ({ element }: SourceView) => {
    element.style.setProperty('--zoom', `${zoom}%`)
    element.style.setProperty('--turn', `${quarters * 90}deg`)
    element.classList.toggle('sideways', quarters % 2 === 1)
  }
  const setZoom = (percent: number) => {
    zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, percent))
    lay(pane.view)
  }
  const zoomOfWholePage = (): number => {
    const { clientWidth, clientHeight } = pane.view.element
    const [picture] = pictures
    if (!picture || clientWidth === 0) return FULL_WIDTH
    const upright = quarters % 2 === 0
    const ratio = upright ? picture.width / picture.height : picture.height / picture.width
    return Math.floor(((clientHeight * ratio) / clientWidth) * 100)
  }
  const draw = (): SourceView => {
    const view = makeView()
    switcher.textContent = word(seeing === 'text' ? 'document.image' : 'document.text')
    for (const each of zooms) each.hidden = seeing === 'text'
    frame.replaceChildren(view.element)
    lay(view)
    return view
  }
  const pane: SourcePane = {
    element: el(
      'div',
      { class: 'left' },
      el('div', { class: 'head' }, el('h2', {}, label), path, switcher, ...zooms),
      frame,
      shown.below,
    ),
    frame,
    view: draw(),
    turn() {
      if (!hasBoth) return say(word(pictures.length > 0 ? 'source.noText' : 'source.noImage'))
      seeing = seeing === 'text' ? 'image' : 'text'
      pane.view = draw()
      shown.turned()
    },
    magnify(by) {
      setZoom(zoom + by)
    },
  }
  return pane
}

/** Marks of the lines that diagnostics name: `line 12`. */
function lineMarks(text: string, diagnostics: readonly { line?: number | undefined }[]): Mark[] {
  const named = new Set(diagnostics.flatMap(({ line }) => (line === undefined ? [] : [line])))
  if (named.size === 0) return []
  const marks: Mark[] = []
  let start = 0
  for (const [index, line] of text.split('\n').entries()) {
    const span: Mark['span'] = [start, start + line.length]
    if (named.has(index + 1)) marks.push({ span, pointer: `line ${index + 1}`, kind: 'noted' })
    start += line.length + 1
  }
  return marks
}
