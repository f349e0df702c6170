declare module 'virtual:vocabulary' {
  const vocabulary: import('./vocabulary-source.ts').Vocabulary
  export default vocabulary
}

declare module 'virtual:grammars' {
  const grammars: Record<string, Record<string, unknown>[]>
  export default grammars
}
