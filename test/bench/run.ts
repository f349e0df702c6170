/** `npm run bench`: all quick benches. `npm run bench -- batch --files 20000`: one of them, at another size. */
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '15' },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '120' },
  },
})

const BENCHES: Record<string, () => Promise<void>> = {
  startup: async () => (await import('./startup.ts')).startup({ rounds: Number(values.rounds) }),
  parse: async () => (await import('./parse.ts')).parse({ rounds: Number(values.rounds) }),
  batch: async () => (await import('./batch.ts')).batch({ files: Number(values.files) }),
  serve: async () =>
    (await import('./serve.ts')).serve({ clients: Number(values.clients), seconds: Number(values.seconds) }),
  dates: async () => {
    const { compareDates, dateTable } = await import('./dates-vs-chrono.ts')
    console.log(dateTable(compareDates()))
  },
  ocr: async () => {
    await (await import('./ocr-steps.ts')).steps()
    await (await import('./ocr.ts')).run()
  },
  'ocr-steps': async () => (await import('./ocr-steps.ts')).steps(),
  scans: async () => (await import('./scans.ts')).scans(),
}
const QUICK = ['startup', 'parse', 'dates', 'batch']

for (const name of positionals.length > 0 ? positionals : QUICK) {
  console.log(`\n# ${name}`)
  await BENCHES[name]?.()
}
