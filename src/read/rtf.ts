/** RTF: Unicode escapes, bytes by the character set of their font, tables, text boxes, notes, printed list numbers. */
import { type Block, Fonts, linesOf } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import { decodeView, view1252 } from './encoding/tables.ts'
import { decodeFlow } from './flow.ts'
import type { ReadOptions } from './options.ts'
import { refusal } from './refusals.ts'
import { Stretch } from './rtf-stretch.ts'
import { type Token, tokensOf } from './rtf-tokens.ts'
import { CHARACTERS, KEPT, SKIPPED } from './rtf-words.ts'
import { rubyOfField } from './ruby.ts'

const VIETNAMESE_CHARSET = 163
const SYMBOL_CHARSET = 2

interface State {
  skip: boolean
  /** What a group is for, where it is for something. */
  role: 'fonts' | 'label' | 'instruction' | 'box' | 'note' | null
  font: number
  capitals: boolean
  hidden: boolean
  deleted: boolean
  /** Characters to skip after `\u`. */
  fallback: number
}

class Reading {
  readonly body = new Stretch()
  readonly notes: Block[][] = []
  readonly #stretches: Stretch[] = [this.body]
  readonly #states: State[] = []
  #state: State = { skip: false, role: null, font: -1, capitals: false, hidden: false, deleted: false, fallback: 1 }
  readonly #fonts = new Map<number, { name: string; charset: number }>()
  #defaultFont = -1
  #codePage = 1252
  #skipNext = 0
  #starred = false
  #label = ''
  #instruction = ''

  get depth(): number {
    return this.#states.length
  }

  read(token: Token): void {
    if (token.kind === 'open') {
      this.#states.push(this.#state)
      this.#state = {
        ...this.#state,
        role: GATHERED.has(this.#state.role) ? this.#state.role : null,
      }
      this.#starred = false
    } else if (token.kind === 'close') this.#close()
    else if (token.kind === 'word') this.#word(token.name, token.value)
    else if (token.kind === 'byte') this.#byte(token.value)
    else this.#text(token.text)
  }

  #close(): void {
    const outer = this.#states.pop()
    if (!outer) return
    const { role } = this.#state
    if (role === 'instruction' && outer.role !== 'instruction') {
      this.#state = outer
      this.#add(rubyOfField(this.#instruction))
    } else if (role === 'label' && outer.role !== 'label') {
      this.#stretch.paragraph.label = this.#label.replace(/[\ue000-\uf8ff]/g, '•').trim() || null
    } else if ((role === 'box' || role === 'note') && this.#stretches.length > 1) {
      const blocks = (this.#stretches.pop() as Stretch).end()
      if (role === 'box') this.#stretch.paragraph.boxes.push(blocks)
      else this.notes.push(blocks)
    }
    this.#state = outer
    this.#skipNext = 0
  }

  get #stretch(): Stretch {
    return this.#stretches.at(-1) as Stretch
  }

  #enter(role: 'box' | 'note'): void {
    this.#state.role = role
    this.#stretches.push(new Stretch())
  }

  #word(name: string, value: number | null): void {
    const state = this.#state
    const starred = this.#starred
    this.#starred = name === '*'
    if (name === '*' || state.skip) return
    if (SKIPPED.has(name) || (starred && !KEPT.has(name))) state.skip = true
    else if (name === 'fonttbl') state.role = 'fonts'
    else if (name === 'listtext' || name === 'pntext') {
      state.role = 'label'
      this.#label = ''
    } else if (name === 'fldinst') {
      state.role = 'instruction'
      this.#instruction = ''
    } else if (name === 'shptxt' || name === 'dptxbxtext') this.#enter('box')
    else if (name === 'footnote') this.#enter('note')
    else if (name === 'u') this.#unicode(value ?? 0)
    else if (name in CHARACTERS) this.#add(CHARACTERS[name] as string)
    else this.#format(name, value)
  }

  #format(name: string, value: number | null): void {
    const state = this.#state
    const on = value !== 0
    if (name === 'par' || name === 'nestcell') this.#stretch.endParagraph()
    else if (name === 'sect') {
      this.#add('\f')
      this.#stretch.endParagraph()
    } else if (name === 'cell') this.#stretch.endCell()
    else if (name === 'row') this.#stretch.endRow()
    else if (name === 'intbl') this.#stretch.inTable = true
    else if (name === 'pard') this.#stretch.inTable = false
    else if (name === 'pagebb') this.#add('\f')
    else if (name === 'f') this.#font(value ?? 0)
    else if (name === 'fcharset' && state.role === 'fonts')
      (this.#fonts.get(state.font) ?? { charset: 0 }).charset = value ?? 0
    else if (name === 'deff') this.#defaultFont = value ?? -1
    else if (name === 'ansicpg') this.#codePage = value ?? 1252
    else if (name === 'uc') state.fallback = value ?? 1
    else if (name === 'caps') state.capitals = on
    else if (name === 'v') state.hidden = on
    else if (name === 'deleted') state.deleted = on
    else if (name === 'plain') Object.assign(state, { font: -1, capitals: false, hidden: false, deleted: false })
  }

  #font(index: number): void {
    this.#state.font = index
    if (this.#state.role === 'fonts' && !this.#fonts.has(index)) this.#fonts.set(index, { name: '', charset: 0 })
  }

  #current(): { name: string; charset: number } | undefined {
    return this.#fonts.get(this.#state.font < 0 ? this.#defaultFont : this.#state.font)
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 0x10000 : value))
    this.#skipNext = this.#state.fallback
  }

  #byte(value: number): void {
    if (this.#skipNext > 0) {
      this.#skipNext--
      return
    }
    const font = this.#current()
    if (font?.charset === SYMBOL_CHARSET) {
      this.#add(value > 0x7f ? '•' : String.fromCharCode(value))
      return
    }
    const view = view1252(Uint8Array.of(value))
    const isVietnamese = font?.charset === VIETNAMESE_CHARSET || (this.#codePage === 1258 && (font?.charset ?? 0) <= 1)
    this.#add(isVietnamese ? decodeView(view, 'windows-1258') : view)
  }

  #text(text: string): void {
    const skipped = Math.min(this.#skipNext, text.length)
    this.#skipNext -= skipped
    const rest = text.slice(skipped)
    if (/[\x80-\xff]/.test(rest)) for (const char of rest) this.#plainChar(char)
    else if (rest) this.#add(rest)
  }

  #plainChar(char: string): void {
    if (char > '\x7f') this.#byte(char.charCodeAt(0))
    else this.#add(char)
  }

  #add(text: string): void {
    const { skip, role, hidden, deleted, capitals } = this.#state
    if (skip || text === '') return
    if (role === 'fonts') {
      const font = this.#fonts.get(this.#state.font)
      if (font) font.name += text.replace(';', '')
    } else if (role === 'label') this.#label += text
    else if (role === 'instruction') this.#instruction += text
    else if (!hidden && !deleted) {
      const font = this.#current()?.name ?? null
      const last = this.#stretch.paragraph.pieces.at(-1)
      if (last && last.font === font && last.capitals === capitals) last.text += text
      else this.#stretch.paragraph.pieces.push({ text, font, capitals })
    }
  }
}

/** Roles that hold in the groups within theirs too. */
const GATHERED: ReadonlySet<string | null> = new Set(['fonts', 'label', 'instruction'])

/** @throws {ReadError} `truncated`, `too-deep`. */
export function readRtf(bytes: Uint8Array, options: ReadOptions): Decoded {
  const { limits, language } = options
  const reading = new Reading()
  for (const token of tokensOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) {
    reading.read(token)
    if (reading.depth > limits.nesting) throw refusal('too-deep', { limit: String(limits.nesting) }, language)
  }
  if (reading.depth > 1) throw refusal('truncated', { reason: 'RTF: }' }, language)
  const body = reading.body.end()
  const fonts = new Fonts([...body, ...reading.notes.flat()])
  const foot = reading.notes.map((note) => linesOf(note, fonts).join(' ').trim())
  return decodeFlow('rtf', linesOf(body, fonts), foot, options, fonts.paragraphs)
}
