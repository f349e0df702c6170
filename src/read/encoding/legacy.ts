/**
 * Finds and decodes the lines of a text that are in a legacy encoding, in four steps: cut the text into runs, judge
 * each run by its syllables, let runs too short to tell go with their neighbours, decode.
 *
 * ```
 * > | Căn cứ Quyết định            Unicode: untouched
 * > | Bé tr­ëng Bé X©y dùng        TCVN3 → Bộ trưởng Bộ Xây dựng
 * ```
 */
import { raiseCapitals } from './capitals.ts'
import { isBeyond1252, judge, READINGS, type Reading } from './judge.ts'
import { isSyllable, restoreHorn } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { asBytes } from './stand-ins.ts'
import { decodeView, type Legacy } from './tables.ts'

export interface LegacyText {
  text: string
  /** How many lines were decoded from which encoding; empty where nothing was. */
  lines: Map<Legacy, number>
  /** Lines (from 1) that hold letters beyond ASCII and were left as they are. */
  kept: number
  /** First line that was decoded, from 1. */
  first: number
  /** Words whose lost `ư` was put back, and the first line with one. */
  restored: { count: number; line: number }
}

/**
 * Characters that no Vietnamese text in Unicode has in number, and every text in a legacy encoding has soon. Section
 * sign, degree, squares, guillemets and no-break space are left out: clean texts have them. VISCII and VPS keep
 * capitals on control codes.
 */
const FOREIGN = new Uint8Array(0x10000)
for (const [from, to] of [
  [2, 6],
  [0x10, 0x15],
  [0x19, 0x19],
  [0x1e, 0x1e],
  [0x80, 0x9f],
  [0xa1, 0xa6],
] as const)
  FOREIGN.fill(1, from, to + 1)
for (const char of '¨¬\u00ad¯µ¶¸¹º¼¾¿ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿƒˆ˜Œœ‡†‰') FOREIGN[char.charCodeAt(0)] = 1

/** In Windows-1258 the grave, acute, hook and dot are `Ì ì Ò ò` after their vowel; Vietnamese never has them there. */
const TONED = 'ÌìÒò'
for (const char of TONED) FOREIGN[char.charCodeAt(0)] = 2
const BEFORE_TONE = 'aeoyâêôãõýAEOYÂÊÔÃÕÝ'

/** Could the text hold lines in a legacy encoding? One pass, no decoding. */
export function looksLegacy(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const found = FOREIGN[text.charCodeAt(i)]
    if (found === 1 || (found === 2 && i > 0 && BEFORE_TONE.includes(text[i - 1] as string))) return true
  }
  return false
}

interface Run {
  line: number
  /** Place in its line. */
  at: number
  text: string
  reading: Reading | null
  score: number[]
  /** Beside letters that are Unicode for certain. */
  beside: boolean
}

/** Letters that only Unicode has: ă, đ, ơ, ư, all of the Vietnamese block, and loose tone marks. */
const VIETNAMESE = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\u0300|\u0301|\u0303|\u0309|\u0323|\u031b/

/** A run ends at a tab, a pipe, or a word that can only be Unicode. */
function runsOf(line: string, number: number): Run[] {
  let at = 0
  const run = (text: string, beside: boolean, reading: Reading | null = null): Run => ({
    line: number,
    at,
    text,
    reading,
    score: [],
    beside,
  })
  if (/^[\t -~]*$/.test(line)) return [run(line, false, 'unicode')]
  if (!/[\t|]/.test(line) && !isBeyond1252(line)) return [run(line, false)]
  const runs: Run[] = []
  const beside = VIETNAMESE.test(line)
  for (const token of line.split(/(?<=[ \t|])/)) {
    const certain = isBeyond1252(token)
    const last = runs.at(-1)
    if (certain) runs.push(run(token, VIETNAMESE.test(token), 'unicode'))
    else if (last && last.reading === null && !/[\t|]$/.test(last.text)) last.text += token
    else runs.push(run(token, beside))
    at += token.length
  }
  return runs
}

/** Decides the runs that tell by themselves. */
function decideAlone(run: Run): void {
  if (run.reading) return
  if (run.beside && !looksLegacy(run.text)) {
    run.reading = 'unicode'
    return
  }
  const { good, bad } = judge(run.text)
  run.score = READINGS.map((_, index) => (good[index] as number) - (bad[index] as number))
  const order = run.score.map((_, index) => index).sort((a, b) => (run.score[b] as number) - (run.score[a] as number))
  const [best, second] = order as [number, number]
  const lead = (run.score[best] as number) - (run.score[second] as number)
  const clear = (good[best] as number) >= 3 && lead >= 2 && (bad[best] as number) * 2 <= (good[best] as number)
  if (clear) run.reading = READINGS[best] as Reading
}

/** Words of a run that are too few to stand against a whole text in another encoding. */
const FEW = 6

/** A short run that by itself reads best in another encoding than the rest of a legacy text is open again. */
function reopenStrays(runs: Run[]): void {
  const weights = new Map<Reading, number>()
  for (const { reading, score } of runs)
    if (reading && score.length > 0) weights.set(reading, (weights.get(reading) ?? 0) + Math.max(...score))
  const [main] = [...weights].sort((one, other) => other[1] - one[1])
  if (!main || main[0] === 'unicode') return
  for (const run of runs) {
    if (run.reading === null || run.reading === main[0] || run.score.length === 0) continue
    if (Math.max(...run.score) < FEW && (weights.get(run.reading) ?? 0) * 4 < main[1]) run.reading = null
  }
}

/** Lines over which a neighbour counts fully. */
const NEAR = 3

/** Decides the rest: own score, the decided runs before and after, the share of each reading in the text. */
function decideTogether(runs: Run[]): void {
  const share = new Map<Reading, number>()
  let told = 0
  const open: number[] = []
  runs.forEach((run, index) => {
    if (run.reading === null) open.push(index)
    else if (run.score.length > 0 || run.beside) {
      told++
      share.set(run.reading, (share.get(run.reading) ?? 0) + 1)
    }
  })
  const decided = (run: Run | undefined) => (run && (run.score.length > 0 || run.beside) ? run.reading : null)
  const before: (Run | null)[] = []
  const after: (Run | null)[] = []
  let last: Run | null = null
  runs.forEach((run, index) => {
    before[index] = last
    if (decided(run)) last = run
  })
  last = null
  for (let index = runs.length - 1; index >= 0; index--) {
    after[index] = last
    if (decided(runs[index])) last = runs[index] as Run
  }
  for (const index of open) {
    const run = runs[index] as Run
    // words that are no syllables in any reading, foreign names, tell of none
    const foreign = Math.min(0, Math.max(...run.score))
    const totals = READINGS.map((reading, at) => {
      const likely = at === 0 || told === 0 || share.has(reading)
      if (!likely && (run.score[at] as number) - (run.score[0] as number) < 3) return -Infinity
      let total = (run.score[at] as number) - foreign
      for (const side of [before[index], after[index]])
        if (side?.reading === reading) total += Math.abs(side.line - run.line) <= NEAR ? 1.2 : 0.4
      total += told > 0 ? ((share.get(reading) ?? 0) / told) * 0.8 : 0
      if (reading === 'unicode') total += run.beside ? 2.5 : 0.6
      return total
    })
    const best = totals.indexOf(Math.max(...totals))
    const safe = (totals[best] as number) - (totals[0] as number) >= 0.5 && (totals[best] as number) > 0.9
    run.reading = safe ? (READINGS[best] as Reading) : 'unicode'
  }
}

const HYPHENED = latin(/\p{L}*-\p{L}+/gu)
const HYPHEN_LAST = latin(/(?<![\p{L}\p{N}-])(\p{L}?\p{Ll}{1,3})-(?=\s)/gu)

/** Puts back the `ư` that a text lost with its soft hyphens (or that a PDF reader made a hyphen). */
function restoreHorns(line: string, count: (word: string) => void): string {
  const note = (found: string, word: string | null) => {
    if (word === null) return found
    count(word)
    return word
  }
  return line
    .replace(HYPHENED, (found) => {
      const [left, right] = found.split('-') as [string, string]
      const whole = `${left}ư${right}`
      const halves = (left === '' || isSyllable(left)) && isSyllable(right)
      return note(found, !halves && isSyllable(whole) && /[^ -~]/.test(found) ? whole : null)
    })
    .replace(HYPHEN_LAST, (found, left: string) =>
      note(found, !isSyllable(left) && isSyllable(`${left}ư`) ? `${left}ư` : null),
    )
    .replace(latin(/\p{L}+/gu), (found) => note(found, restoreHorn(found)))
}

/** A text of so many letters has an `ư`; so many words that can only be meant with one show that all were lost. */
const LETTERS_WITH_HORN = 150
const LOST_WORDS = 3

/** A text in Unicode without a single `ư`, whose words can only be meant with one: it was decoded when they were lost already. */
export function restoreAllHorns(text: string): LegacyText['restored'] & { text: string } {
  const none = { text, count: 0, line: 0 }
  if (text.length < LETTERS_WITH_HORN || /[ưƯ]/.test(text) || !/[ớờởỡợ]/i.test(text)) return none
  let count = 0
  let line = 0
  const lines = text.split('\n').map((each, index) =>
    restoreHorns(each, () => {
      count++
      line ||= index + 1
    }),
  )
  return count < LOST_WORDS ? none : { text: lines.join('\n'), count, line }
}

/** The 1252 view of one line in one encoding, decoded, capitals as its letters ask for. */
export function decodeLine(view: string, encoding: Legacy): string {
  const text = decodeView(view, encoding)
  return encoding === 'tcvn3' || encoding === 'vps' ? raiseCapitals(text) : text
}

/**
 * The text with its legacy lines decoded. Works on the text as it came, before `decodedForm`: in TCVN3 the letter `ư`
 * is a soft hyphen, in VISCII capitals are control codes. `force` decodes every run that is not Unicode for certain.
 */
export function decodeLegacy(source: string, options: { force?: Legacy | undefined } = {}): LegacyText {
  const result: LegacyText = { text: source, lines: new Map(), kept: 0, first: 0, restored: { count: 0, line: 0 } }
  const lines = source.split(/\r\n|\n|\r/)
  const runs = lines.flatMap((line, index) => runsOf(asBytes(line), index + 1))
  for (const run of runs) {
    if (options.force) run.reading ??= options.force
    else decideAlone(run)
  }
  reopenStrays(runs)
  decideTogether(runs)
  if (runs.every((run) => run.reading === 'unicode')) return result

  const lost = !runs.some((run) => run.reading === 'tcvn3' && run.text.includes('\u00ad'))
  const decoded: string[] = lines.map(() => '')
  const touched = new Map<number, Legacy>()
  for (const run of runs) {
    // what is no TCVN3 is as it came: no sign of it was a letter
    const came = (lines[run.line - 1] as string).slice(run.at, run.at + run.text.length)
    let text = run.reading === 'tcvn3' ? run.text : came
    if (run.reading !== 'unicode' && run.reading !== null) {
      text = decodeLine(text, run.reading)
      if (lost && run.reading === 'tcvn3') {
        text = restoreHorns(text, () => {
          result.restored.count++
          result.restored.line ||= run.line
        })
      }
      if (text !== came) touched.set(run.line, run.reading)
    }
    decoded[run.line - 1] += text
  }
  for (const [line, encoding] of touched) {
    result.lines.set(encoding, (result.lines.get(encoding) ?? 0) + 1)
    result.first ||= line
  }
  result.kept = lines.filter((line, index) => !touched.has(index + 1) && !/^[\t -~]*$/.test(line)).length
  result.text = decoded.join('\n')
  return result
}
