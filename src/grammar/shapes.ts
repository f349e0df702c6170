/**
 * What an entry of each file in `grammars/` may hold. One schema a file; every entry has an `id` that is unique in its
 * file and `examples` that are run as tests. A new grammar file is added here and nowhere else.
 */
import { z } from 'zod'
import { SYSTEMS } from '../schema.ts'

const id = z.string().min(1)

export const shapes = {
  /** Document types: Nghị định 30/2020/NĐ-CP, Phụ lục III; Quy định 399-QĐ/TW for the Party. */
  types: z.strictObject({
    id,
    /** Canonical name, first letter capital: `Chỉ thị`. */
    name: z.string(),
    /** Other headings under which the type is printed: `Quyết định (cá biệt)`, spelling variants. */
    variants: z.array(z.string()).default([]),
    /** Codes in the notation, per system; a code may stand for several types. */
    codes: z.partialRecord(z.enum(SYSTEMS), z.array(z.string())).default({}),
    /** Can it stand as the heading of a document (`Công văn` prints none)? */
    heading: z.boolean().default(true),
    /** Is it cited by name where no number is given (`Luật Lưu trữ`)? */
    citedByName: z.boolean().default(false),
  }),
} satisfies Record<string, z.ZodType>

export type Shapes = typeof shapes
export type GrammarFile = keyof Shapes
export type Entry<F extends GrammarFile> = z.infer<Shapes[F]>
export type Grammar = { [F in GrammarFile]: Entry<F>[] }
