/** The library face. */
export { parseBundle } from './bundle.ts'
export { directiveProcessor, type ParseOptions, parseDecoded, parseDirective } from './pipeline.ts'
export { directiveExtract, directiveParse, directiveRecord } from './plugins.ts'
export * from './schema.ts'
