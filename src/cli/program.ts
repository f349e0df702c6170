/** The commands and their help. */
import { Argument, Command, CommanderError } from '@commander-js/extra-typings'
import manifest from '../../package.json' with { type: 'json' }
import type { Context } from './command.ts'
import { examples, layOutHelp, term, title } from './help.ts'
import {
  convertOptions,
  languageOption,
  messageOptions,
  readChoices,
  readingOptions,
  type Say,
  sayIn,
  wantedOptions,
} from './options.ts'
import { oneOf, refuseEncoding } from './values.ts'
import { applyCommand, reviewCommand } from './review-options.ts'
import { mergeCommand } from './merge-options.ts'
import { serveCommand } from './serve-options.ts'
import { formCommand, initCommand, packageCommand, pdfCommand } from './archive-options.ts'

export function createProgram(context: Context) {
  const t = sayIn(context.language)
  const program = convertOptions(t)
    .name('directive-parse')
    .description(
      t(
        'Vietnamese directives of the Party, the State and the mass organisations as validated records.',
        'Chuyển văn bản chỉ đạo của Đảng, Nhà nước và các đoàn thể thành biểu ghi có cấu trúc, đúng lược đồ.',
      ),
    )
    .argument(
      '[inputs...]',
      t(
        'files, folders, globs, s3://bucket/prefix, or - for standard input',
        'tệp, thư mục, mẫu tên tệp (*.pdf), s3://bucket/prefix, hoặc - cho luồng vào chuẩn (stdin)',
      ),
    )
    .version(manifest.version, '-V, --version', t('print the version', 'in phiên bản'))
    .helpOption('-h, --help', t('print this help', 'in trợ giúp này'))
    .helpCommand(false)
    .enablePositionalOptions()
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
        'so với biểu ghi mong đợi đặt cạnh văn bản; mã thoát 1 khi kết quả kém đi',
      ),
    )
    .addArgument(folder())
    .option('--update', t('rewrite the lists of known differences', 'cập nhật danh sách khác biệt đã biết'))
    .option(
      '--baseline <file>',
      t(
        'keep known differences in one file instead of .report files',
        'ghi khác biệt đã biết vào một tệp, thay cho các tệp .report',
      ),
    )
    .action(async (path, options) => {
      const { check } = await import('./check.ts')
      await check(path, { ...options, reading: readChoices(options) }, context)
    })

  const scan = wantedOptions(readingOptions(t), t)
    .name('scan')
    .description(
      t(
        'take stock of folders, convert nothing: formats, encodings, what needs OCR',
        'kiểm kê thư mục, chưa chuyển đổi: loại tệp, bảng mã, tệp nào cần OCR',
      ),
    )
    .addArgument(new Argument('[dir...]', t('folders or files', 'thư mục hoặc tệp')))
    .option(
      '--from-file <list>',
      t(
        'them from a file, one a line; - for standard input',
        'lấy danh sách từ một tệp, mỗi dòng một tên; - là luồng vào chuẩn (stdin)',
      ),
    )
    .option('--ndjson', t('one line a file instead of a table', 'mỗi tệp một dòng JSON, thay cho bảng'))
    .action(async (folders, options) => {
      const { scan } = await import('./scan.ts')
      await scan(folders, { ...options, reading: readChoices(options) }, context)
    })

  const schema = new Command('schema')
    .description(t('print the JSON Schema of the record', 'in JSON Schema của biểu ghi'))
    .addArgument(
      new Argument('[of]', t('record (the default) | fonds', 'record: biểu ghi (mặc định) | fonds')).argParser(
        oneOf('schema', ['record', 'fonds']),
      ),
    )
    .addOption(languageOption(t))
    .action(async (of) => {
      const { printSchema } = await import('./schema.ts')
      await printSchema(of ?? 'record', context)
    })

  const completion = new Command('completion')
    .description(t('print what makes a shell complete the command', 'in đoạn mã để shell gợi ý lệnh khi nhấn Tab'))
    .addArgument(new Argument('<shell>', 'bash | zsh | fish | powershell'))
    .addOption(languageOption(t))
    .action(async (shell) => {
      const { printCompletion } = await import('./completion.ts')
      await printCompletion(shell, program as unknown as Command, context)
    })

  const doctor = new Command('doctor')
    .description(
      t(
        'say what is installed: engines and models for scans, memory, limits',
        'kiểm tra máy này: bộ OCR và dữ liệu nhận dạng, bộ nhớ, giới hạn',
      ),
    )
    .addOption(languageOption(t))
    .action(async () => {
      const { doctor } = await import('./doctor.ts')
      await doctor(context)
    })

  const explain = new Command('explain')
    .description(
      t(
        'say what a diagnostic or a message means, or how a line of a document was read',
        'giải thích một cảnh báo, thông báo lỗi, hoặc cách đọc một dòng của văn bản',
      ),
    )
    .addArgument(
      new Argument(
        '[rule|file:line]',
        t(
          'its id, or a file and a line of its text; all rules without',
          'mã cảnh báo, hoặc tệp và số dòng; không nêu thì in tất cả các mã',
        ),
      ),
    )
    .addOption(languageOption(t))
    .action(async (rule) => {
      const { explain } = await import('./explain.ts')
      await explain(rule, context)
    })

  const demo = messageOptions(t)
    .name('demo')
    .description(
      t(
        'try it: documents that come with the program become records, a page and a workbook',
        'dùng thử: các văn bản mẫu đi kèm thành biểu ghi, trang rà soát và tệp Excel',
      ),
    )
    .addArgument(
      new Argument(
        '[dir]',
        t('where they are put (default: directive-parse-demo)', 'nơi để kết quả (mặc định: directive-parse-demo)'),
      ),
    )
    .action(async (path = 'directive-parse-demo') => {
      const { demo } = await import('./demo.ts')
      await demo(path, context)
    })

  const review = [
    reviewCommand(t, context),
    applyCommand(t, context),
    mergeCommand(t, context),
    serveCommand(t, context),
  ]
  program.hook('preAction', async (_, command) => {
    const { config } = context
    if (config !== null) {
      const { applyConfig } = await import('./config.ts')
      applyConfig(command as Command, [program, ...program.commands] as Command[], config)
    }
    if ((command.opts() as { showConfig?: true }).showConfig) {
      const { shownConfig } = await import('./config.ts')
      await context.output.write(shownConfig(command as Command, config))
      throw new CommanderError(0, 'shown', '')
    }
    await refuseEncoding((command.opts() as { encoding?: string }).encoding)
  })
  const archive = [packageCommand(t, context), pdfCommand(t, context), formCommand(t, context), initCommand(t, context)]
  const others = [schema, explain, doctor, completion]
  for (const subcommand of [demo, check, scan, ...review, ...archive, ...others] as unknown as Command[])
    program.addCommand(subcommand)
  context.commands = program.commands.map((each) => each.name())
  for (const each of [program, ...program.commands] as Command[]) {
    layOutHelp(each, t)
    each
      .helpOption('-h, --help', t('print this help', 'in trợ giúp này'))
      .addHelpText('after', examples(each === (program as unknown as Command) ? '' : each.name(), t))
      .exitOverride()
      .configureHelp({
        styleTitle: (english) => title(english, t),
        commandDescription: (command) => sentence(command.description()),
        commandUsage: (command) => usageOf(command as Command, t),
        subcommandTerm: (command) => term(`${command.name()} ${argumentsOf(command as Command)}`.trim(), t),
        argumentTerm: (argument) => term(`<${argument.name()}>`, t).slice(1, -1),
        optionTerm: (option) => term(option.flags, t),
        // Defaults are told in the description, in its language.
        optionDescription: (option) => option.description,
        ...(context.streams.stdout.isTTY ? {} : { helpWidth: 100 }),
      })
      .configureOutput({
        writeOut: (text) => void context.output.write(text),
        writeErr: () => {},
      })
  }
  return program
}

/** `<corrections> <records>`. */
function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map(
      (argument) =>
        `${argument.required ? '<' : '['}${argument.name()}${argument.variadic ? '…' : ''}${argument.required ? '>' : ']'}`,
    )
    .join(' ')
}

function usageOf(command: Command, t: Say): string {
  const parent = command.parent ? `${command.parent.name()} ` : ''
  return term(`${parent}${command.name()} [options] ${argumentsOf(command)}`.trim(), t)
}

/** What a command does, as a sentence of its own. */
function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}
