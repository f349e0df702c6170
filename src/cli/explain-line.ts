/** `directive-parse explain FILE:LINE`: how one line of the decoded text was read. */
import { readBytes } from '../batch/source.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import { readSource } from '../read/index.ts'
import { ReadError, readOptions } from '../read/options.ts'
import { type Speaking, traceLine } from '../trace/trace-line.ts'
import type { Context } from './command.ts'

export async function explainLine(path: string, line: number, { language, output }: Context): Promise<void> {
  const bytes = await readBytes(path, { read: {}, language }).catch((error: unknown) => {
    if (error instanceof ReadError || error instanceof ProblemError) throw error
    const { id, values } = fileProblem(error, path, 'read')
    throw new ProblemError(id, values)
  })
  const { text } = await readSource(bytes, { ...readOptions({ language }), path })
  const trace = traceLine(text, line)
  if (!trace) throw new ProblemError('no-such-line', { path, line: `${line}` })
  const say = (en: string, vi: string) => (language === 'vi' ? vi : en)
  const blocks = [
    [`${line} | ${trace.text}`],
    ...trace.rows.map(({ zone, signals, cells }) => [
      `${say('zone', 'phần')}: ${zone}${speaking(signals)}`,
      ...cells.map(({ column, text: words }) => `  ${say('column', 'cột')} ${column + 1}: ${words}`),
    ]),
    [
      say(
        'first reader, and how probable it is that each value is right:',
        'cách đọc thứ nhất, và xác suất đúng của từng giá trị:',
      ),
      ...trace.values.map(
        ({ field, value, share, grade, doubts }) =>
          `  ${field}: ${value}  ${share.toFixed(3)} ${grade}${speaking(doubts)}`,
      ),
    ],
    [
      say('second reader:', 'cách đọc thứ hai:'),
      ...trace.second.map(({ part, value, share }) => `  ${part}: ${value}  ${share.toFixed(3)}`),
    ],
    [
      say(
        'its labels, and the features that spoke for the first word of each:',
        'nhãn của từng đoạn, và đặc trưng của từ đầu:',
      ),
      ...trace.labels.map(
        ({ region, words, part, share, features }) =>
          `  ${region} ${part}: ${words}  ${share.toFixed(3)}${speaking(features)}`,
      ),
    ],
  ]
  await output.write(
    `${blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n')}\n`,
  )
}

/** `  [capitals +2.1, gap -0.4]` */
const speaking = (all: readonly Speaking[]) =>
  all.length === 0
    ? ''
    : `  [${all.map(({ name, weight }) => `${name} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`).join(', ')}]`
