/**
 * Who drafted the document and how many copies were issued, at the end of the archive's entry. A number in brackets
 * behind a unit is that of the copies kept, which is no field of the record.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, III.4; Phụ lục III, ghi chú 9 và 10.
 *
 * ```
 * > | - Lưu: VT, PL. 300b.      > | - Lưu: VT, NN (2b).NTH
 *                ^^  ^^^                               ^^^
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Recipients, Value } from '../tree.ts'

/** Initials, or the one syllable by which a typist is called. */
const INITIALS = latin('[A-ZĐ]{2,5}|[A-ZĐ]\\p{Ll}{1,6}')
const WITH_COPIES = pattern(
  ({ words }) =>
    new RegExp(
      `[,;.\\s](?!(?:${words('office-of-archive')})\\.)(${INITIALS})\\.\\s?\\(?0{0,2}(\\d{1,4})(?:\\s?(?:${words('copies')}))?\\)?[.\\s]*$`,
      'u',
    ),
)
const BEHIND_KEPT = pattern(
  ({ words }) => new RegExp(`\\d\\s?(?:${words('copies')})\\)[.,\\s]{0,2}(${INITIALS})[.\\s]*$`, 'u'),
)

/** Drafter and issued copies as the archive's entry has them; neither where it ends otherwise. */
export function readDrafter(archive: Value): Pick<Recipients, 'drafter' | 'copies'> {
  const read = <T>(value: T): Value<T> => ({ ...archive, value, status: 'read', grade: 'likely' })
  const [, drafter, copies] = WITH_COPIES().exec(archive.value) ?? BEHIND_KEPT().exec(archive.value) ?? []
  return { ...(drafter && { drafter: read(drafter) }), ...(copies && { copies: read(Number(copies)) }) }
}
