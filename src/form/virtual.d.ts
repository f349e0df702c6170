declare module 'virtual:form' {
  const tables: import('./shapes.ts').FormTables
  export default tables
}
