/** Words and letters of Tesseract's hOCR, which is HTML with the boxes in titles: what TSV leaves out are the letters. */
import type { Box } from '../decoded.ts'
import type { OcrWord } from './engine.ts'

/** `<span class='ocrx_word' … title='bbox 36 92 96 116; x_wconf 95'>`, `<span class='ocrx_cinfo' title='x_bboxes …; x_conf 98.6'>S` */
const PART =
  /<span class='(ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word|ocrx_cinfo)'[^>]*?title=(['"])(.*?)\2[^>]*>([^<]*)/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export function wordsOfHocr(page: string): OcrWord[] {
  const words: OcrWord[] = []
  let line = 0
  for (const [, kind, , title, text] of page.matchAll(PART) as Iterable<[string, string, string, string, string]>) {
    if (kind === 'ocrx_word') {
      const confidence = Number(/x_wconf (-?\d+)/.exec(title)?.[1] ?? 0)
      words.push({ text: '', box: boxIn(title), confidence, line, letters: [] })
    } else if (kind === 'ocrx_cinfo') {
      const letter = {
        text: plain(text),
        box: boxIn(title),
        confidence: Number(/x_conf (-?[\d.]+)/.exec(title)?.[1] ?? 0),
      }
      const word = words.at(-1)
      word?.letters.push(letter)
      if (word) word.text += letter.text
    } else line++
  }
  return words.filter((word) => word.text.trim() !== '')
}

function boxIn(title: string): Box {
  const numbers = /x?_?bbox(?:es)? (-?\d+) (-?\d+) (-?\d+) (-?\d+)/.exec(title)
  return (numbers?.slice(1).map(Number) ?? [0, 0, 0, 0]) as Box
}

const plain = (text: string): string => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
