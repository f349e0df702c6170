/** As gazettes, law databases, loose copies and old files give documents. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { MENUS } from '../phrases.ts'
import { legal, ministries } from './central.ts'
import { joint } from './joint.ts'
import { upper } from './kinds.ts'
import { between, district, province, provinceDepartment } from './state.ts'

/** The gazette's form: no letterhead, `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG … SỐ … NGÀY … VỀ VIỆC …`. */
export function gazette(random: Random): Form {
  const form = random.pick([ministries, legal, province])(random)
  return withoutLetterhead(form, 'gazette', random)
}

/** A law database's page: menus, a heading sentence, the letterhead run together or gone. */
export function lawDatabase(random: Random): Form {
  const form = random.pick([ministries, legal, province, provinceDepartment])(random)
  if (random.chance(0.4)) return withoutLetterhead(form, 'law-database', random)
  form.reader = random.weighted({ crawl: 7, html: 3 })
  if (random.chance(0.7) && form.number)
    form.front = [
      `${form.heading ? form.heading.charAt(0) + form.heading.slice(1).toLocaleLowerCase('vi') : 'Công văn'} ${form.number.text.replace(/\s/gu, '')}${random.chance(0.5) && form.subject ? ` ${form.subject.charAt(0).toLocaleLowerCase('vi')}${form.subject.slice(1)}` : ''}`,
    ]
  if (random.chance(0.4)) form.front = [...random.some(MENUS, 2 + random.below(6)), ...form.front]
  return form
}

/** Who signs for a body and is named in its stead in a heading sentence. */
const CHIEFS: [string, string][] = [
  ['Ủy ban nhân dân', 'Chủ tịch'],
  ['Bộ ', 'Bộ trưởng'],
  ['Tổng cục ', 'Tổng cục trưởng'],
]

function withoutLetterhead(form: Form, sentence: 'gazette' | 'law-database', random: Random): Form {
  form.headingSentence = sentence
  form.titles = []
  form.parent = null
  form.star = null
  form.reader = random.weighted({ doc: 3, html: 2, crawl: 1, ocr: 3, 'pdf-plain': 2 })
  if (sentence === 'gazette' && random.chance(0.4))
    form.front = [
      random
        .pick([
          `CÔNG BÁO/Số {a} + {b}/Ngày 15-7-${form.year}`,
          `CÔNG BÁO Số {a} ngày 10-5-${form.year}`,
          `Số {a} (31-8-${form.year}) CÔNG BÁO`,
        ])
        .replace('{a}', String(100 + random.below(700)))
        .replace('{b}', String(801 + random.below(90))),
    ]
  const chief = CHIEFS.find(([head]) => form.issuerName?.startsWith(head))?.[1]
  if (chief && random.chance(0.55)) {
    form.issuerName = `${chief} ${form.issuerName}`
    form.issuer = upper(form.issuerName)
  }
  form.heading = form.heading ?? 'CÔNG VĂN'
  if (random.chance(0.4)) form.recipients = null
  return form
}

/** Heading and text alone: no letterhead, often no number; circulated drafts and copies. */
export function noLetterhead(random: Random): Form {
  const form = random.pick([province, district, ministries, provinceDepartment])(random)
  Object.assign(form, { titles: [], parent: null, issuer: null, star: null })
  if (random.chance(0.7)) form.number = null
  if (random.chance(0.5)) Object.assign(form, { place: null, date: null })
  else form.placeDateAt = random.chance(0.7) ? 'end' : 'head'
  return form
}

/** Old files whose font for capitals is lost: everything that was in capitals comes out small. */
export function smallLetters(random: Random): Form {
  const form = random.pick([province, district, ministries, provinceDepartment, joint])(random)
  form.smallLetters = true
  form.year = between(random, 1996, 2008)
  form.reader = random.weighted({ doc: 5, html: 1, crawl: 1, 'pdf-plain': 1 })
  return form
}
