declare module 'virtual:exports' {
  const tables: import('./shapes.ts').ExportTable[]
  export default tables
}
