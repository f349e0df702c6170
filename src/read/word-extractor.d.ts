/** The part of word-extractor that is used; the package brings no types. */
declare module 'word-extractor' {
  interface Extracted {
    getBody(): string
    getFootnotes(): string
    getTextboxes(): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>
  }
}
