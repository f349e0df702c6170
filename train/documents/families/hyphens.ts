/** Syllables of one word tied by hyphens, as they were written until the sixties. */
import type { Form } from '../form.ts'

/** Syllables of one word tied by hyphens, as they were written until the sixties: `Hà-nội`, `Ủy-ban hành-chính`. */
export function hyphenated(form: Form): Form {
  const tie = (text: string) => TIED.reduce((said, [pattern, tied]) => said.replace(pattern, tied), text)
  return {
    ...form,
    titles: form.titles.map(({ field, text }) => ({ field, text: tie(text) })),
    issuer: form.issuer && tie(form.issuer),
    place: form.place && tie(form.place),
    heading: form.heading && tie(form.heading),
    subject: form.subject && tie(form.subject),
    bases: form.bases.map(tie),
    signatures: form.signatures.map((signature) => ({
      ...signature,
      authority: signature.authority.map(tie),
      position: signature.position && tie(signature.position),
    })),
  }
}

const TIED: [RegExp, string][] = [
  [/VIỆT NAM/gu, 'VIỆT-NAM'],
  [/DÂN CHỦ CỘNG HÒA/gu, 'DÂN-CHỦ CỘNG-HÒA'],
  [/Độc lập [-–] Tự do [-–] Hạnh phúc/gu, 'Độc-lập – Tự-do – Hạnh-phúc'],
  [/ỦY BAN HÀNH CHÍNH/gu, 'ỦY-BAN HÀNH-CHÍNH'],
  [/THỦ TƯỚNG CHÍNH PHỦ/gu, 'THỦ-TƯỚNG CHÍNH-PHỦ'],
  [/Hà Nội/gu, 'Hà-nội'],
  [/Ủy ban hành chính/gu, 'Ủy-ban hành-chính'],
  [/NGHỊ ĐỊNH/gu, 'NGHỊ-ĐỊNH'],
  [/BỘ TRƯỞNG/gu, 'BỘ-TRƯỞNG'],
  [/Chính phủ/gu, 'Chính-phủ'],
  [/CHỦ TỊCH/gu, 'CHỦ-TỊCH'],
  [/chính quyền/gu, 'chính-quyền'],
  [/nhân dân/gu, 'nhân-dân'],
  [/THÔNG TƯ/gu, 'THÔNG-TƯ'],
]
