/** Kinds of papers: their type, where their subjects stand, and whether they are ordered in articles. */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface DocumentType {
  name: string
  codes?: { state?: string[]; party?: string[] }
}

const TYPES = parse(readFileSync(new URL('../../../grammars/types.yaml', import.meta.url), 'utf8')) as DocumentType[]

export const codeOf = (name: string, system: 'state' | 'party'): string =>
  TYPES.find((type) => type.name === name)?.codes?.[system]?.[0] ?? ''

export type Kind =
  | 'letter'
  | 'decision'
  | 'directive'
  | 'plan'
  | 'notice'
  | 'report'
  | 'submission'
  | 'guide'
  | 'resolution'
  | 'conclusion'
  | 'regulation'
  | 'invitation'
  | 'telegram'
  | 'programme'
  | 'circular'
  | 'appeal'
  | 'party-circular'
  | 'rules'
  | 'scheme'
  | 'permit'
  | 'announcement'

interface KindForm {
  type: string
  /** Table of subjects. */
  subjects: string
  body: 'orders' | 'articles'
  addressed: number
}

export const KINDS: Record<Kind, KindForm> = {
  letter: { type: 'Công văn', subjects: 'letter', body: 'orders', addressed: 1 },
  decision: { type: 'Quyết định', subjects: 'decision', body: 'articles', addressed: 0 },
  directive: { type: 'Chỉ thị', subjects: 'directive', body: 'orders', addressed: 0 },
  plan: { type: 'Kế hoạch', subjects: 'plan', body: 'orders', addressed: 0 },
  notice: { type: 'Thông báo', subjects: 'notice', body: 'orders', addressed: 0.06 },
  report: { type: 'Báo cáo', subjects: 'report', body: 'orders', addressed: 0.25 },
  submission: { type: 'Tờ trình', subjects: 'submission', body: 'orders', addressed: 1 },
  guide: { type: 'Hướng dẫn', subjects: 'guide', body: 'orders', addressed: 0.08 },
  resolution: { type: 'Nghị quyết', subjects: 'resolution', body: 'articles', addressed: 0 },
  conclusion: { type: 'Kết luận', subjects: 'conclusion', body: 'orders', addressed: 0 },
  regulation: { type: 'Quy định', subjects: 'regulation', body: 'articles', addressed: 0 },
  invitation: { type: 'Giấy mời', subjects: 'invitation', body: 'orders', addressed: 0.9 },
  telegram: { type: 'Công điện', subjects: 'telegram', body: 'orders', addressed: 1 },
  programme: { type: 'Chương trình', subjects: 'programme', body: 'orders', addressed: 0 },
  circular: { type: 'Thông tư', subjects: 'circular', body: 'articles', addressed: 0 },
  appeal: { type: 'Lời kêu gọi', subjects: 'appeal', body: 'orders', addressed: 0 },
  'party-circular': { type: 'Thông tri', subjects: 'directive', body: 'orders', addressed: 0 },
  rules: { type: 'Quy chế', subjects: 'regulation', body: 'articles', addressed: 0 },
  scheme: { type: 'Phương án', subjects: 'plan', body: 'orders', addressed: 0 },
  permit: { type: 'Giấy phép', subjects: 'decision', body: 'articles', addressed: 0 },
  announcement: { type: 'Thông cáo', subjects: 'notice', body: 'orders', addressed: 0 },
}

export type Style = 'state' | 'party' | 'youth' | 'other'

export const upper = (text: string) => text.toLocaleUpperCase('vi')
