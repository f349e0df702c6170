/** `npm run documents -- --seed s --count 5 [--family f] [--clean] [--marks]`: documents to look at. */
import { parseArgs } from 'node:util'
import { generate } from './document.ts'
import { FAMILIES } from './families/families.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5' },
    family: { type: 'string', multiple: true },
    clean: { type: 'boolean', default: false },
    marks: { type: 'boolean', default: false },
    families: { type: 'boolean', default: false },
  },
})

if (values.families) console.log(Object.keys(FAMILIES).join('\n'))
else {
  for (const { id, text, marks } of generate({
    seed: values.seed,
    count: Number(values.count),
    clean: values.clean,
    ...(values.family ? { families: values.family } : {}),
  })) {
    console.log(`\n════════ ${id} ════════\n${text}`)
    if (values.marks)
      for (const { field, entry, spans } of marks)
        console.log(`  ${field} ${entry}: ${spans.map((span) => JSON.stringify(text.slice(...span))).join(' + ')}`)
  }
}
