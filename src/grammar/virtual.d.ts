declare module 'virtual:grammars' {
  const grammars: Record<string, Record<string, unknown>[]>
  export default grammars
}
