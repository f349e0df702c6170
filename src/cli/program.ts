/** The commands and their help. */
import { Argument, Command } from '@commander-js/extra-typings'
import manifest from '../../package.json' with { type: 'json' }
import type { Context } from './command.ts'
import { examples, layOutHelp, title } from './help.ts'
import { convertOptions, generalOptions, readChoices, readingOptions, sayIn } from './options.ts'
import { oneOf } from './values.ts'
import { applyCommand, reviewCommand } from './review-options.ts'
import { formCommand, initCommand, packageCommand, pdfCommand } from './archive-options.ts'

export function createProgram(context: Context) {
  const t = sayIn(context.language)
  const program = convertOptions(t)
    .name('directive-parse')
    .usage(t('[options] [inputs…]', '[tùy chọn] [đầu vào…]'))
    .description(
      t(
        'Vietnamese directives of the Party, the State and the mass organisations as validated records.',
        'Chuyển văn bản chỉ đạo của Đảng, Nhà nước và các đoàn thể thành biểu ghi đã kiểm tra.',
      ),
    )
    .argument(
      '[inputs...]',
      t('files, folders, globs, or - for standard input', 'tệp, thư mục, mẫu tên, hoặc - cho đầu vào chuẩn'),
    )
    .version(manifest.version, '-V, --version', t('print the version', 'in phiên bản'))
    .helpOption('-h, --help', t('print this help', 'in trợ giúp này'))
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText('after', examples(t))
    .action(async (inputs, options) => {
      const { convert } = await import('./convert.ts')
      await convert(inputs, { ...options, reading: readChoices(options) }, context)
    })

  const folder = () => new Argument('<dir>', t('the folder', 'thư mục'))

  const check = readingOptions(t)
    .name('check')
    .description(
      t(
        'regression: compare with the expected records, exit 1 on a loss',
        'kiểm hồi quy: so với biểu ghi mong đợi, mã thoát 1 khi có mất mát',
      ),
    )
    .addArgument(folder())
    .option('--update', t('rewrite the lists of known differences', 'ghi lại danh sách khác biệt đã biết'))
    .option(
      '--baseline <file>',
      t(
        'keep known differences in one file instead of .report files',
        'giữ khác biệt đã biết trong một tệp thay cho các tệp .report',
      ),
    )
    .action(async (path, options) => {
      const { check } = await import('./check.ts')
      await check(path, { ...options, reading: readChoices(options) }, context)
    })

  const scan = readingOptions(t)
    .name('scan')
    .description(
      t(
        'take stock of folders, convert nothing: formats, encodings, what needs OCR',
        'kiểm kê thư mục, không chuyển đổi: loại tệp, bảng mã, tệp nào cần OCR',
      ),
    )
    .addArgument(new Argument('<dir...>', t('folders or files', 'thư mục hoặc tệp')))
    .option('--ndjson', t('one line a file instead of a table', 'mỗi tệp một dòng thay cho bảng'))
    .action(async (folders, options) => {
      const { scan } = await import('./scan.ts')
      await scan(folders, { ...options, reading: readChoices(options) }, context)
    })

  const schema = new Command('schema')
    .description(t('print the JSON Schema of the record', 'in JSON Schema của biểu ghi'))
    .addArgument(new Argument('[of]', t('record (the default) | fonds', 'record: biểu ghi (mặc định) | fonds')).argParser(
        oneOf('schema', ['record', 'fonds']),
      ))
    .action(async (of) => {
      const { printSchema } = await import('./schema.ts')
      await printSchema(of ?? 'record', context)
    })

  const explain = generalOptions(t)
    .name('explain')
    .description(t('say what a diagnostic means', 'giải thích một chẩn đoán'))
    .addArgument(new Argument('[rule]', t('its id; all without', 'mã của nó; bỏ trống thì in tất cả')))
    .action(async (rule) => {
      const { explain } = await import('./explain.ts')
      await explain(rule, context)
    })

  const review = [reviewCommand(t, context), applyCommand(t, context)]
  const archive = [packageCommand(t, context), pdfCommand(t, context), formCommand(t, context), initCommand(t, context)]
  for (const subcommand of [check, scan, ...review, ...archive, schema, explain] as unknown as Command[]) program.addCommand(subcommand)
  for (const each of [program, ...program.commands] as Command[]) {
    layOutHelp(each, t)
    each
      .exitOverride()
      .configureHelp({
        styleTitle: (english) => title(english, t),
        ...(context.streams.stdout.isTTY ? {} : { helpWidth: 100 }),
      })
      .configureOutput({
        writeOut: (text) => void context.output.write(text),
        writeErr: () => {},
      })
  }
  return program
}
