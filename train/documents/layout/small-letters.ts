/** What is left of capitals when the font that drew them is lost: small letters under a capital's name. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'

export function softened(form: Form, random: Random): Form {
  const whole = random.chance(0.7)
  const small = (text: string) => {
    const low = text.toLocaleLowerCase('vi')
    return whole ? low : low.charAt(0).toLocaleUpperCase('vi') + low.slice(1)
  }
  const maybe = (text: string | null) => (text === null ? null : small(text))
  const formula = (text: string) =>
    small(text).replace(/^(\p{L}{1,3})([./])/u, (all, letters: string, mark: string) =>
      random.chance(0.3) ? `${letters} ${mark}` : all,
    )
  return {
    ...form,
    parent: maybe(form.parent),
    issuer: maybe(form.issuer),
    heading: maybe(form.heading),
    enacting: maybe(form.enacting),
    titles: form.titles.map(({ field, text }) => ({
      field,
      text:
        field === 'title'
          ? `${text.charAt(0)}${text.slice(1).toLocaleLowerCase('vi')}`.replace(
              /việt nam/u,
              random.pick(['Việt nam', 'Việt Nam', 'việt nam']),
            )
          : text,
    })),
    operative: form.operative?.alone ? { ...form.operative, text: small(form.operative.text) } : form.operative,
    signatures: form.signatures.map((signature) => ({
      ...signature,
      authority: signature.authority.map(formula),
      position: maybe(signature.position),
    })),
  }
}
