/** The library face. */
export { type ParseOptions, parseDirective } from './pipeline.ts'
export * from './schema.ts'
