import type { Form } from '../form.ts'
import { centred, indented, type Line, lengthOf, marked, part, plain, wrap } from '../pieces.ts'
import type { Context } from './body.ts'

/** `Kính gửi:` and its entries, `Đồng kính gửi:` and its own. */
export function addresseeBlock(form: Form, { house, random }: Context): Line[] {
  if (!form.cue) return []
  const style = random.weighted({ dashes: 8, plain: 1.4, line: 1, 'first-on-line': 1, numbered: 0.15 })
  const own = entriesBlock(form.cue, form.addressees, 0, { house, random, style })
  const also = form.also
    ? entriesBlock(form.also.cue, form.also.addressees, form.addressees.length, { house, random, style })
    : []
  const gap: Line[] = Array.from({ length: Math.min(1, house.gap) }, () => [])
  return [...own, ...(also.length > 0 && random.chance(0.5) ? gap : []), ...also, ...gap]
}

type AddresseeStyle = 'dashes' | 'plain' | 'line' | 'first-on-line' | 'numbered'

function entriesBlock(
  cue: string,
  entries: string[],
  from: number,
  { house, random, style }: Context & { style: AddresseeStyle },
): Line[] {
  const cueLine = marked(cue.replace(/\s*:$/u, ''), 'cue')
  const colon = plain(/\s*:$/u.exec(cue)?.[0] ?? '')
  const values = entries.map((text, at): Line => part(text, { field: 'addressee', entry: from + at }))
  const deep = Number.isFinite(house.width) ? random.pick([6, 10, 16, 22, 26]) : random.pick([0, 0, 8])
  const width = Math.max(40, (Number.isFinite(house.width) ? house.width : 400) - deep)
  if (entries.length === 1 || style === 'line') {
    const list = values.flatMap((value, at) => [...(at > 0 ? plain(random.chance(0.7) ? '; ' : ', ') : []), ...value])
    const line = [
      ...cueLine,
      ...colon,
      ...plain(random.chance(0.95) ? ' ' : '  '),
      ...list,
      ...plain(random.pick(['', '', '.', ';'])),
    ]
    if (house.centred && lengthOf(line) < width)
      return [centred(line, house.width === Number.POSITIVE_INFINITY ? 80 : house.width)]
    return wrap(line, width).map((each) => indented(each, deep))
  }
  const dash = style === 'plain' ? '' : random.pick(['- ', '- ', '- ', '-', '+ ', '– '])
  const lines = values.flatMap((value, at) =>
    wrap(
      [
        ...plain(style === 'numbered' ? `${at + 1}. ` : dash),
        ...value,
        ...plain(at === values.length - 1 ? random.pick(['.', '.', '', ';']) : random.pick([';', ';', ';', ',', ''])),
      ],
      width,
      house.hanging,
    ),
  )
  if (style === 'first-on-line')
    return [
      [...cueLine, ...colon, ...plain(' '), ...(lines[0] ?? [])],
      ...lines.slice(1).map((line) => indented(line, 11)),
    ].map((line) => indented(line, Math.min(deep, 8)))
  return [
    indented([...cueLine, ...colon], Math.max(0, deep - 10)),
    ...(random.chance(0.15) ? [[] as Line] : []),
    ...lines.map((line) => indented(line, deep)),
  ]
}
