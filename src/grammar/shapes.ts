/**
 * What an entry of each file in `grammars/` may hold. One schema a file; every entry has an `id` that is unique in its
 * file and `examples` that are run as tests. A new grammar file is added here and nowhere else.
 */
import { z } from 'zod'
import { OPERATORS, RELATIONS, SECRECY_LEVELS, SYSTEMS } from '../schema.ts'

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
    /** Does it tell what was done or how a body is made up, so that only an order word names who must act? */
    narrates: z.boolean().default(false),
  }),
  /** Words by which the parts of a directive are known. */
  cues: z.strictObject({
    id,
    phrases: z.array(z.string()),
    position: z.enum(['whole', 'start', 'end', 'anywhere']),
    /** Letters that may differ: OCR error. */
    errors: z.number().int().nonnegative(),
    /** Only where printed in capitals. */
    uppercase: z.boolean().default(false),
  }),
  /** Secrecy marks, from the highest down. */
  secrecy: z.strictObject({ id: z.enum(SECRECY_LEVELS), name: z.string(), errors: z.number().int().nonnegative() }),
  /** Words and formulas that stand inside patterns of src/segment. */
  wording: z.strictObject({
    id,
    words: z.array(z.string().min(1)).min(1),
    /** Each is printed in capitals as well. */
    capitals: z.boolean().default(false),
  }),
  /** Labels as OCR spoils them; the id is the print. */
  confusions: z.strictObject({ id, readings: z.array(z.string()) }),
  /** Words of press texts and of forms to be filled in. */
  press: z.strictObject({ id, words: z.array(z.string()) }),
  /** Words around the actor whom the opening of an item names. */
  actors: z.strictObject({ id, words: z.array(z.string()) }),
  /** Formulas of signing authority: `TM.`, `K/T`. */
  authorities: z.strictObject({ id, meaning: z.string(), forms: z.array(z.string()) }),
  /** Posts under which a directive is signed. */
  positions: z.strictObject({ id, name: z.string(), deputyOf: id.optional() }),
  /** Family names; the id is the name. */
  surnames: z.strictObject({
    id,
    /** Without its marks it is a common word: it counts with them alone, before two names or more. */
    marked: z.boolean().default(false),
  }),
  /** Words with which the name of a body begins. */
  heads: z.strictObject({
    id,
    name: z.string(),
    system: z.enum(SYSTEMS),
    /** A body that stands below the one named before it, on the same line too: `BỘ TÀI CHÍNH TỔNG CỤC THUẾ`. */
    subordinate: z.boolean().default(false),
  }),
  /** Weights of what a row shows (a signal), zone by zone; `enter` weighs it on the first row of the zone. */
  zones: z.strictObject({
    id,
    front: z.number().default(0),
    header: z.number().default(0),
    addressees: z.number().default(0),
    body: z.number().default(0),
    footer: z.number().default(0),
    attachment: z.number().default(0),
    enter: z.partialRecord(z.enum(['header', 'addressees', 'body', 'footer', 'attachment']), z.number()).default({}),
  }),
  /** Words from which dates are built; src/extract/dates joins them. */
  dates: z.strictObject({
    id,
    words: z.array(z.string()).default([]),
    /** Words that stand for a number: `tư: 4`. */
    numbers: z.record(z.string(), z.number()).default({}),
  }),
  /** What makes a date a deadline; grammars/deadlines.yaml says what each role does. */
  deadlines: z.strictObject({
    id,
    role: z.enum([
      'cue',
      'label',
      'filler',
      'support',
      'not-support',
      'not-before',
      'not-joined',
      'not-after',
      'behind',
      'not-year',
      'told',
      'period',
      'period-label',
      'not-period',
      'column',
      'column-actor',
      'column-with',
    ]),
    operator: z.enum(OPERATORS).optional(),
    words: z.array(z.string()),
    /** Ids of `support` entries, one word of which must stand in the same clause. */
    needs: z.array(z.string()).default([]),
    /** Must that word stand in the same phrase, or right behind the date? */
    near: z.boolean().default(false),
    /** Must nothing but a colon stand between the cue and its date? */
    direct: z.boolean().default(false),
    /** The dates it governs: a day; a month, quarter or half; no more than a year. */
    kinds: z.array(z.enum(['day', 'part', 'year'])).default(['day', 'part', 'year']),
  }),
  /** What looks like a date and is none: examples for the tests. */
  'not-dates': z.strictObject({ id }),
  /** How other documents are cited; `role` says what the words do. */
  references: z.strictObject({
    id,
    role: z.enum([
      'number-head',
      'form-head',
      'generic',
      'standard',
      'date-link',
      'date-before',
      'year-link',
      'issuer-link',
      'issuer-end',
      'issuer-tail',
      'subject-head',
      'relation',
      'annexed',
      'told',
      'self',
      'code',
      'organ',
      'assembly',
      'law',
      'law-end',
      'law-not',
      'certificate',
      'place',
      'amending',
      'law-code',
    ]),
    words: z.array(z.string()),
    relation: z.enum(RELATIONS).optional(),
  }),

  /** How a syllable is built: tells legacy encodings apart. */
  syllables: z.strictObject({
    id,
    part: z.enum(['initial', 'rhyme', 'restored', 'name']),
    forms: z.array(z.string()),
    /** Rhymes that end in p, t, c or ch: only the acute and the dot below go with them. */
    stopped: z.boolean().default(false),
  }),
  /** Columns of the tables, in their order; src/emit/rows.ts fills them. */
  columns: z.strictObject({
    id,
    table: z.enum(['documents', 'tasks', 'contents']),
    /** Name of the sheet, given on the first column of each table. */
    sheet: z.string().optional(),
    title: z.string(),
    from: z.array(z.string()),
    form: z.enum(['text', 'date', 'due', 'list', 'words']).default('text'),
    /** In characters, for XLSX. */
    width: z.number().positive(),
    /** Whether it is seen on the screen alone: such columns stand behind the others. */
    screen: z.boolean().default(false),
    /** Printed instead of the value where src/record/policy.ts withholds it. */
    withheld: z.string().optional(),
  }),
  /** Words with which the name of a body begins, and what follows them. */
  agencies: z.strictObject({
    id,
    /** Long form; replaces an abbreviation in a mention's `name`. */
    name: z.string(),
    forms: z.array(z.string()).default([]),
    kind: z.enum(['whole', 'local', 'field', 'named', 'committee', 'organ']),
    level: z.enum(['trung ương', 'tỉnh', 'huyện', 'xã']).optional(),
    /** No body by itself: something must follow. */
    dependent: z.boolean().default(false),
    /** Also a common word (`bảo hiểm xã hội`): a body only where a place follows or in its abbreviation. */
    capitals: z.boolean().default(false),
  }),
  /** Words of which the names of bodies are made. */
  'agency-words': z.strictObject({
    id,
    words: z.array(z.string()).default([]),
    levels: z.record(z.string(), z.enum(['trung ương', 'tỉnh', 'huyện', 'xã']).nullable()).default({}),
    /** First day on which a word of the entry held. */
    since: z.record(z.string(), z.iso.date()).default({}),
  }),
  /** Names of administrative units, made by test/build-places.mjs. */
  places: z.strictObject({
    id,
    /** `huyện`, `phường`. */
    level: z.string(),
    /** First and last day on which units of that level and name were in force; 1 July 2025 is the divide. */
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
    /** Folded names, joined with commas. */
    names: z.string(),
  }),
} satisfies Record<string, z.ZodType>

export type Shapes = typeof shapes
export type GrammarFile = keyof Shapes
export type Entry<F extends GrammarFile> = z.infer<Shapes[F]>
export type Grammar = { [F in GrammarFile]: Entry<F>[] }
