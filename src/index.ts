/** The library face. */
export { directiveProcessor, type ParseOptions, parseDecoded, parseDirective } from './pipeline.ts'
export { directiveExtract, directiveParse, directiveRecord } from './plugins.ts'
export * from './schema.ts'
