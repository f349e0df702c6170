/**
 * What speaks for a line as an item and what speaks against it. The path over all lines with the highest sum is taken:
 * a line that costs more than it brings is text. Text itself weighs nothing.
 */
export const WEIGHTS = {
  /** The layout says that a paragraph begins here: blank line, indent, end of the sentence above. */
  begins: 2,
  /** It does not. */
  runsOn: -1.5,
  /** The line above is full and breaks off within its sentence: what follows is its rest. */
  breaksOff: -1,
  /** It is set in where broken lines are not. */
  setIn: 1.5,
  /** The line above ends a sentence or a clause. */
  afterStop: 1,
  /** A dash before a capital, as the line above begins. */
  listed: 1.5,
  /** The line above ends with a word that a number follows: `khoản`, `ngày`. */
  afterNumberWord: -3,
  /** A capital, a quotation mark or a bracket behind the label. */
  capital: 1,
  /** A small letter: some write their items so. */
  small: -0.5,

  /** The label alone on its line, its text on the next. */
  alone: -1.5,
  /** Alone, and no text follows. */
  nothing: -20,

  /** The first of its series: `1`, `a`, `I`. */
  opens: 0.5,
  /** The one that the series expects. */
  goesOn: 2,
  /** Another bullet of the same list. */
  bulletGoesOn: 1,
  /** For each label that is missing between: numbering has gaps in real texts, and lines are lost. */
  gap: -2,
  /** For each label that is missing before the first: a series that begins late. */
  late: -2,
  /** The numbering goes on from a list that an outer label closed: `I. 1. 2. II. 3. 4.` */
  resumes: -0.5,
  /** Given twice by mistake, or in place of the next. */
  again: -2,
  /** `d)` printed for `đ)` as well: common. */
  againLetter: 0,
  /** `1` anew at the same place: under a heading without label. */
  restarts: -1,
  /** Smaller than the one before: hardly ever. */
  back: -6,

  /** An article whose number does not go on: extracts and amendments quote single ones. */
  loneArticle: -0.5,
  /** The same among the items of another list. */
  articleAmongItems: -3,
  /** `Điều 20` without punctuation begins a sentence more often than an article. */
  bareArticle: -3,
  /** And if the line ends like a sentence. */
  articleSentence: -1.5,

  /** A list below something of its own rank or lower: `(1)` under a dash. */
  againstRank: -2.5,
  /** What the colon above announces hangs from what it ends. */
  afterColon: 1,
  /** The same numbering again, one level deeper. */
  sameInside: -2.5,
  /** Another bracket or stop than its fellows have: `1.` `2)`. */
  otherStyle: -2,
  /** Another dash than its fellows have: `—` among `-`. */
  otherDash: -1,
  /** It stands where the first of its list stood, and that is no place where lines begin otherwise. */
  aligned: 1,
  /** It stands at the margin, its list does not. */
  misaligned: -1,

  /** A spoilt label whose confusion is known: `Š` for `5`. */
  confused: -1,
  /** The same where the print is a label too: `d` for `đ`, `b` for `6`. */
  misread: -2.5,
  /** One that shares a sign with what the series expects: `23` for `2`. */
  resembles: -3,
  /** One that shows nothing but the shape of a label. */
  unreadable: -5.5,
  /** A spoilt label at the head of a list has no fellows above it. */
  spoiltFirst: -3.5,
} as const

/** No place among the open series speaks more for a label. */
export const MOST_OF_MOVE = WEIGHTS.goesOn + WEIGHTS.aligned

/** Readings of the series so far that are followed side by side. More changed no reading of the documents measured. */
export const BEAM = 8
/** Labels that may be missing in one place, before or within a series. */
export const LEAP = 12
/** Numbers beyond are years and sums. */
export const HIGHEST = 99
