/**
 * `directive-parse.yaml` in the working directory: options by their long names, so that they need not be typed. What
 * stands on the command line goes before it.
 *
 * ```yaml
 * output: bieu-ghi
 * ocr-engine: tesseract
 * exclude: ['nhap/*', '*.bak']
 * ```
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Command, Option } from '@commander-js/extra-typings'
import { fileProblem, ProblemError } from '../messages.ts'
import { closest } from './closest.ts'

const CONFIG_FILE = 'directive-parse.yaml'

export interface Config {
  path: string
  settings: Record<string, unknown>
}

/** The file that `--config` names, else the one in the working directory; null where there is none or none is wanted. */
export async function readConfig(words: readonly string[]): Promise<Config | null> {
  if (words.includes('--no-config')) return null
  const at = words.findIndex((word) => word === '--config' || word.startsWith('--config='))
  const named = at < 0 ? undefined : (words[at]?.split('=', 2)[1] ?? words[at + 1])
  const path = named ?? CONFIG_FILE
  if (named === undefined && !existsSync(path)) return null
  return { path, settings: await settingsIn(path) }
}

async function settingsIn(path: string): Promise<Record<string, unknown>> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { id, values } = fileProblem(error, path, 'read')
    throw new ProblemError(id, values)
  }
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text)
  const settings: unknown = document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: 0 }) ?? {})
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new ProblemError('config-broken', { path, reason: document.errors[0]?.message.split('\n', 1)[0] ?? '' })
  }
  return settings as Record<string, unknown>
}

/**
 * Gives a command the settings that it has options for and that were not typed. A setting that is no command's option is
 * an error.
 */
export function applyConfig(command: Command, all: readonly Command[], { path, settings }: Config): void {
  const known = new Set(all.flatMap(({ options }) => options.map(nameOf)))
  for (const [name, value] of Object.entries(settings)) {
    if (!known.has(name)) {
      const like = closest(name, known)
      const meant = { en: `; did you mean ${like}?`, vi: `; ý bạn là ${like}?` }
      throw new ProblemError('config-unknown', { path, name, like: like === null ? '' : meant })
    }
    const option = command.options.find((each) => nameOf(each) === name)
    if (option === undefined) continue
    const key = option.attributeName()
    const source = command.getOptionValueSource(key as never)
    if (source === undefined || source === 'default')
      command.setOptionValueWithSource(key as never, settingOf(option, value, path) as never, 'config')
  }
}

/** `ocr-engine`; `no-evidence` is its own name. */
function nameOf(option: Option): string {
  return (option.long ?? '').replace(/^--/, '')
}

function settingOf(option: Option, value: unknown, path: string): unknown {
  const name = nameOf(option)
  const wrong = (expected: string | Record<'en' | 'vi', string>) =>
    new ProblemError('wrong-value', { option: `${path}: ${name}`, value: JSON.stringify(value), expected })
  if (!option.required && !option.optional) {
    if (typeof value !== 'boolean') throw wrong('true, false')
    return option.negate ? !value : value || undefined
  }
  const texts = (Array.isArray(value) ? value : [value]).map((each) => {
    if (typeof each !== 'string' && typeof each !== 'number')
      throw wrong({ en: 'a word or a number', vi: 'một từ hoặc một số' })
    return String(each)
  })
  const parse = option.parseArg as ((text: string, before: unknown) => unknown) | undefined
  if (texts.length > 1 && parse === undefined) throw wrong({ en: 'one value', vi: 'một giá trị' })
  return texts.reduce<unknown>((before, text) => (parse ? parse(text, before) : text), undefined)
}

/** What an action works with: each option that has a value, and where it comes from. */
export function shownConfig(command: Command, config: Config | null): string {
  const lines = command.options.flatMap((option) => {
    const key = option.attributeName()
    const value = command.getOptionValue(key)
    const source = command.getOptionValueSource(key as never)
    if (
      value === undefined ||
      source === undefined ||
      source === 'default' ||
      option.negate ||
      nameOf(option) === 'show-config'
    )
      return []
    return [`${nameOf(option)}: ${JSON.stringify(value)}  # ${source === 'config' ? config?.path : '--'}`]
  })
  return lines.length > 0 ? `${lines.join('\n')}\n` : '{}\n'
}
