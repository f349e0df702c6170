/** Classes of the lexicon that say something of a head, a foot or of where a value ends. */
const ASKED =
  /^(?:cues|wording|authorities|agency-words)\/|^(?:positions|heads|surnames|types|codes|agencies|secrecy)$|^dates\/(?:day|month|year)$|^references\/(?:generic|number-head|form-head|laws)$|^actors\/(?:order|verb|honorific)$/

export const isAsked = (name: string): boolean => ASKED.test(name)
