/** Why a file is not read, and what to do about it: one line in both languages. */
import type { Language } from '../rules.ts'
import { ReadError } from './options.ts'

const REFUSALS = {
  empty: {
    en: 'The file is empty, expected a document.',
    vi: 'Tệp rỗng, không có văn bản nào.',
  },
  'too-large': {
    en: 'The file has {size} bytes, more than the limit of {limit} (limit `bytes`).',
    vi: 'Tệp có {size} byte, vượt giới hạn {limit} (giới hạn `bytes`).',
  },
  binary: {
    en: 'The file is binary data of an unknown kind, expected a text, a document or an image.',
    vi: 'Tệp là dữ liệu nhị phân không rõ loại; cần tệp văn bản, tài liệu hoặc ảnh.',
  },
  unsupported: {
    en: 'The file is {kind}, which cannot be read; {advice}.',
    vi: 'Không đọc được tệp loại {kind}; {advice}.',
  },
  encrypted: {
    en: 'The file is locked with a password; remove the password and try again.',
    vi: 'Tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại.',
  },
  'wrong-extension': {
    en: 'The file is named {extension}, but holds plain text; if it is a document, name it .txt.',
    vi: 'Tệp có đuôi {extension} nhưng nội dung là văn bản thuần; nếu đúng là văn bản, hãy đổi đuôi thành .txt.',
  },
  truncated: {
    en: 'The file breaks off or is damaged ({reason}); copy it again from its source.',
    vi: 'Tệp bị cắt cụt hoặc hỏng ({reason}); hãy sao lại từ nguồn.',
  },
  'too-deep': {
    en: 'Elements are nested deeper than {limit} levels (limit `nesting`); the file is not read.',
    vi: 'Các phần tử lồng nhau quá {limit} cấp (giới hạn `nesting`); không đọc tệp này.',
  },
  'unpacks-too-large': {
    en: 'The file would unpack to {size} bytes, more than the limit of {limit} (limit `unpackedBytes`).',
    vi: 'Tệp giải nén thành {size} byte, vượt giới hạn {limit} (giới hạn `unpackedBytes`).',
  },
  'has-doctype': {
    en: 'The XML inside the file declares a document type, which no word processor writes; the file is not read.',
    vi: 'XML trong tệp có khai báo DOCTYPE, điều không trình soạn thảo nào tạo ra; không đọc tệp này.',
  },
} as const satisfies Record<string, Record<Language, string>>

export type Refusal = keyof typeof REFUSALS

/** All refusals with their sentences, for `explain`. */
export function refusalRules(language: Language): [rule: string, sentence: string][] {
  return Object.entries(REFUSALS).map(([rule, sentences]) => [rule, sentences[language]])
}

/** The error to throw; its code is the refusal's id. */
export function refusal(id: Refusal, values: Record<string, string>, language: Language, cause?: unknown): ReadError {
  const message = REFUSALS[id][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return new ReadError(id, message, cause === undefined ? {} : { cause })
}
