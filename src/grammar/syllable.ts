/** Whether a word can be a Vietnamese syllable, from the initials and rhymes of `grammars/syllables.yaml`. */
import { latin } from '../latin.ts'
import { remembered } from '../remembered.ts'
import { perGrammar } from './grammar.ts'

interface Syllables {
  initials: Set<string>
  /** Rhyme without its tone → does it end in a stop, which allows two tones only? */
  rhymes: Map<string, boolean>
  /** Word without `ư` → the word that is meant. */
  restored: Map<string, string>
}

const TONES = ['', '\u0301', '\u0323', '\u0300', '\u0309', '\u0303']
/** Letter with its tone → letter without, and the tone's place in `TONES`. */
const LETTERS = new Map<string, readonly [letter: string, tone: number]>()
for (const letter of 'aăâeêioôơuưy')
  for (const [index, tone] of TONES.entries()) LETTERS.set((letter + tone).normalize('NFC'), [letter, index])
for (const letter of 'bcdđghklmnpqrstvx') LETTERS.set(letter, [letter, 0])
/** The Icelandic letter looks the same and is often typed for it. */
LETTERS.set('ð', ['đ', 0])
/** What fonts of PDF name `ư` wrongly: `Lƣu`. */
LETTERS.set('ƣ', ['ư', 0])

const syllables = perGrammar(({ syllables: entries }): Syllables => {
  const found: Syllables = { initials: new Set(['']), rhymes: new Map(), restored: new Map() }
  for (const { part, forms, stopped } of entries) {
    for (const form of forms) {
      if (part === 'initial') found.initials.add(form)
      else if (part === 'rhyme') found.rhymes.set(form, stopped)
      else found.restored.set(form.replace('ư', ''), form)
    }
  }
  return found
})

function fits({ initials, rhymes }: Syllables, initial: string, rhyme: string, tone: number): boolean {
  const stopped = rhymes.get(rhyme)
  if (stopped === undefined || !initials.has(initial) || (stopped && tone !== 1 && tone !== 2)) return false
  const front = 'eêiy'.includes(rhyme[0] as string)
  if (initial === 'c' || initial === 'ng') return !front
  if (initial === 'g') return !front || rhyme[0] === 'i'
  if (initial === 'gh' || initial === 'ngh') return front
  return initial !== 'k' || front || rhyme.endsWith('k') || rhyme === 'an'
}

/** Whether `word`, letters only and in NFC, has the shape of a Vietnamese syllable; case does not matter. */
export const isSyllable = (word: string): boolean => word.length <= LONGEST && asWritten()(word)

/** Letters of a syllable at most. */
const LONGEST = 7

const asWritten = perGrammar(() => remembered(isShaped))

function isShaped(word: string): boolean {
  const known = syllables()
  let plain = ''
  let tone = 0
  for (const char of word.toLowerCase()) {
    const letter = LETTERS.get(char)
    if (!letter || (letter[1] && tone)) return false
    plain += letter[0]
    tone ||= letter[1]
  }
  for (let cut = 0; cut <= 3 && cut < plain.length; cut++)
    if (fits(known, plain.slice(0, cut), plain.slice(cut), tone)) return true
  return false
}

/**
 * The word with the `ư` that it lost, where only one syllable can be meant: `nớc` → `nước`, `hng` → `hưng`;
 * null where the word stands as it is or several could be meant.
 */
export function restoreHorn(word: string): string | null {
  const low = word.toLowerCase()
  const meant = syllables().restored.get(low)
  if (meant) return low === word ? meant : word[0] + meant.slice(1)
  if (isSyllable(word) || (!/[^a-z]/.test(low) && !latin(/^\p{L}{1,3}ng$/u).test(low))) return null
  const forms = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const form = `${word.slice(0, at)}ư${word.slice(at)}`
    if (isSyllable(form)) forms.add(form)
  }
  return forms.size === 1 ? ([...forms][0] as string) : null
}
