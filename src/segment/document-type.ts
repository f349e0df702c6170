/**
 * The type of a document: its heading says it; without one, the words that enact (`NGHỊ ĐỊNH:`), the notation's code;
 * without those, a công văn is known by its form (`V/v`, `Kính gửi`). The code alone cannot tell a Party quyết định from a
 * quy định: the heading decides.
 */
import { currentGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import type { System } from '../schema.ts'
import { skeleton } from '../text.ts'
import type { Header, Value } from '../tree.ts'

const LETTER = 'cong-van'
const MARKED = pattern(({ words: list }) => new RegExp(`^(?:${list('subject-mark')})[\\s:]`, 'u'))

interface Form {
  hasAddressees: boolean
  /** The clause that introduces the orders. */
  operative: Value | undefined
}

export function completeType(header: Header, { hasAddressees, operative }: Form): void {
  const code = isBody(header, hasAddressees) ? null : codeOf(header)
  if (code) header.typeCode = code
  if (header.documentType) return
  const names = code ? namesOf(code.value, header.system?.value ?? null) : []
  const [only] = names
  const enacted = operative && currentGrammar().types.find(({ name }) => skeleton(operative.value) === skeleton(name))
  if (enacted) {
    const note = 'no heading, but the words that enact'
    header.documentType = { ...operative, value: enacted.name, status: 'inferred', grade: 'likely', note }
  } else if (only !== undefined && names.length === 1 && code) {
    header.documentType = {
      ...code,
      value: only,
      status: 'inferred',
      grade: only === letterName() ? 'certain' : 'likely',
      note: `from the code ${code.value}`,
    }
  } else if (names.length === 0 && !header.number && hasAddressees && header.system?.status === 'read') {
    const note = 'no heading and no number, but addressees'
    header.documentType = { value: letterName(), status: 'inferred', grade: 'likely', spans: header.system.spans, note }
  } else if (
    names.length === 0 &&
    (hasAddressees || isMarked(header)) &&
    header.number &&
    !LAW.test(header.number.value)
  ) {
    const note = hasAddressees ? 'no heading, but addressees' : 'no heading, but a subject under the number'
    header.documentType = {
      value: letterName(),
      status: 'inferred',
      grade: hasAddressees ? 'certain' : 'likely',
      spans: header.number.spans,
      note,
    }
  }
}

/** `117/CT-TTHT` over `V/v …`, sent to addressees, with no heading: `CT` is the body (Cục Thuế), not a chỉ thị. */
function isBody(header: Header, hasAddressees: boolean): boolean {
  if (header.documentType || !hasAddressees || !(isMarked(header) || isForAll(header) || spellsIssuer(header)))
    return false
  return !namesOf(codeOf(header)?.value ?? '', header.system?.value ?? null).includes(letterName())
}

/** `TTr` of `THANH TRA TỈNH`, where it is no tờ trình: the letters with which the issuer's first two words begin. */
function spellsIssuer(header: Header): boolean {
  const [first, second] = skeleton(header.issuer?.value ?? '').split(' ')
  const code = codeOf(header)?.value.toLowerCase() ?? ''
  return !!first && !!second && code.length > 1 && code[0] === first[0] && second.startsWith(code.slice(1))
}

/** Types that are sent to everybody, and never `Kính gửi` somebody. */
const FOR_ALL = ['chi-thi', 'quyet-dinh', 'nghi-quyet', 'nghi-dinh']
const isForAll = (header: Header) => {
  const names = namesOf(codeOf(header)?.value ?? '', header.system?.value ?? null)
  return currentGrammar().types.some(({ id, name }) => FOR_ALL.includes(id) && names.includes(name))
}

const isMarked = ({ subject }: Header) => subject !== undefined && MARKED().test(subject.value)

/** The National Assembly numbers laws and resolutions alike. */
const LAW = /\/\d{4}\/QH\d/

const letterName = () => currentGrammar().types.find((type) => type.id === LETTER)?.name as string

/** The part of the notation that names a type: `CT` of `CT-UBND`, `CV` of `CV/HU`; null where it is a body's name. */
function codeOf(header: Header): Value | null {
  const notation = header.notation
  if (!notation) return null
  const first = notation.value.replace(/^\d{4}\//, '').split(/[/-]/)[0] as string
  const known = currentGrammar().types.some((type) => Object.values(type.codes).some((codes) => codes?.includes(first)))
  return known ? { ...notation, value: first, status: 'read' } : null
}

function namesOf(code: string, system: System | null): string[] {
  const side = system === 'party' || system === 'youth' ? 'party' : 'state'
  return currentGrammar()
    .types.filter((type) => type.codes[side]?.includes(code))
    .map((type) => type.name)
}
