/** A paper of one kind by one body: the parts that every family has in common. */
import { blankForm, type Form, type ReaderKind } from '../form.ts'
import { STAMPS } from '../phrases.ts'
import { addressedTo, purposeOf, recipientsOf } from './addressed.ts'
import { headingOf, numberOf, placeOf, subjectOf, titlesOf } from './heading.ts'
import { KINDS, type Kind, type Style, upper } from './kinds.ts'
import { bodyOf } from './ordering.ts'
import { issueDate, type Scene } from './scene.ts'
import { formulas, sign, withSignedMark } from './signing.ts'

export interface PaperOptions {
  kind: Kind
  style: Style
  reader?: ReaderKind
}

/** The paper with its recipients, signature and body; families change what is theirs. */
export function paper(scene: Scene, { kind, style, reader = readerOf(scene) }: PaperOptions): Form {
  const { random, body, year } = scene
  const form = blankForm(year)
  const { type, subjects, body: manner, addressed } = KINDS[kind]
  const party = style === 'party' || style === 'youth'
  form.reader = reader
  form.titles = titlesOf(scene, style)
  form.parent = body.parent ? upper(body.parent) : null
  form.issuer = upper(body.name)
  form.issuerName = body.name
  form.star = party ? (style === 'youth' ? '***' : '*') : null
  form.number = numberOf(scene, { type, style })
  form.place = placeOf(scene)
  form.date = issueDate(random, year)
  form.heading = kind === 'letter' ? null : headingOf(scene, type)
  form.subjectUnder = kind === 'letter' ? 'number' : 'heading'
  form.subject = subjectOf(scene, { kind, subjects, style })
  if (random.chance(addressed)) Object.assign(form, addressedTo(scene, kind))
  const marks = formulas(random, style === 'party' ? 'party' : 'state')
  form.signatures = [
    withSignedMark(
      sign(body, { random, style: style === 'party' ? 'party' : 'state', marks }),
      random,
      reader === 'crawl' || reader === 'html' ? 0.25 : 0.05,
    ),
  ]
  form.separator = random.weighted({ ', ': 30, ' ': 1, ',': 1, ' , ': 0.6 })
  form.recipients = random.chance(0.95) ? recipientsOf(scene, { style, decision: manner === 'articles' }) : null
  if (random.chance(0.02))
    form.signatures = form.signatures.map((signature) => ({ ...signature, below: true as const }))
  if (random.chance(0.02)) form.signatures = form.signatures.map((signature) => ({ ...signature, name: null }))
  if (form.recipients && form.recipients.entries.length > 2 && random.chance(0.04))
    form.purpose = purposeOf(scene, form.recipients.entries.length)
  bodyOf(form, { scene, kind, style, manner })
  form.stamps = stampsOf(scene, kind)
  return form
}

function stampsOf({ random, level }: Scene, kind: Kind): Form['stamps'] {
  const shares = {
    urgency: kind === 'telegram' ? 0.5 : 0.05,
    secrecy: level === 'police' || level === 'army' ? 0.12 : 0.03,
    circulation: 0.025,
    draft: 0.05,
  }
  const fields = (Object.keys(shares) as (keyof typeof shares)[]).filter((field) => random.chance(shares[field]))
  return fields.map((field) => ({ field, text: random.pick(STAMPS[field] as string[]) }))
}

/** How the paper came to be text. */
export function readerOf({ random, year }: Scene): ReaderKind {
  if (year < 1990) return random.weighted({ ocr: 5, crawl: 3, html: 2, doc: 1, typed: 1 })
  if (year < 2011) return random.weighted({ ocr: 5, crawl: 3, html: 2, doc: 3, pdf: 1, 'pdf-plain': 0.5, docx: 1 })
  return random.weighted({
    pdf: 5,
    'pdf-plain': 2,
    docx: 4,
    doc: 1.5,
    markdown: 1,
    ocr: 6,
    'ocr-blocks': 1.5,
    crawl: 1.5,
    html: 1.2,
  })
}
