/** `directive-parse completion SHELL`: what the shell completes, printed for its start-up file. */
import type { Command, Option } from '@commander-js/extra-typings'
import { ProblemError } from '../messages.ts'
import type { Context } from './command.ts'

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof SHELLS)[number]

const NAME = 'directive-parse'

export async function printCompletion(shell: string, program: Command, context: Context): Promise<void> {
  if (!(SHELLS as readonly string[]).includes(shell)) {
    throw new ProblemError('wrong-value', { option: 'completion', value: shell, expected: SHELLS.join(', ') })
  }
  const commands = [program, ...program.commands].map((command) => ({
    name: command === program ? '' : command.name(),
    about: command.description(),
    options: command.options.filter(({ long }) => long !== undefined).map(optionOf),
  }))
  await context.output.write(WRITERS[shell as Shell](commands))
}

interface Completed {
  /** Empty for the command itself. */
  name: string
  about: string
  options: { long: string; about: string; values: string[]; takesValue: boolean; takesFile: boolean }[]
}

/** Choices stand in the help as `auto | always | never`. */
function optionOf(option: Option): Completed['options'][number] {
  const values =
    /^(?:[\w.-]+ \| )+[\w.-]+/.exec(option.description)?.[0].split(' | ') ??
    (option.long === '--lang' ? ['vi', 'en'] : [])
  const takesValue = option.required || option.optional
  return {
    long: option.long as string,
    about: option.description,
    values,
    takesValue,
    takesFile: takesValue && /<(?:dir|file|list)>/.test(option.flags),
  }
}

const WRITERS: Record<Shell, (commands: Completed[]) => string> = { bash, zsh, fish, powershell }

function bash(commands: Completed[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name === '' ? '*' : name}) options="${options.map(({ long }) => long).join(' ')}" ;;`,
  )
  const values = uniqueChoices(commands).map(
    ([long, choices]) => `    ${long}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`,
  )
  return `# ${NAME} completion bash >> ~/.bashrc
_directive_parse() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options
  case "$before" in
${values.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${[...cases.slice(1), cases[0]].join('\n')}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ $COMP_CWORD == 1 ]]; then COMPREPLY=($(compgen -W "${names(commands).join(' ')}" -- "$word") $(compgen -f -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _directive_parse ${NAME}
`
}

function zsh(commands: Completed[]): string {
  const specs = ({ options }: Completed) =>
    options
      .map(({ long, about, values, takesValue, takesFile }) => {
        const value = !takesValue
          ? ''
          : values.length > 0
            ? `:value:(${values.join(' ')})`
            : takesFile
              ? ':file:_files'
              : ':value: '
        return `      '${long}[${plain(about)}]${value}'`
      })
      .join(' \\\n')
  const own = commands
    .slice(1)
    .map((command) => `    ${command.name}) _arguments \\\n${specs(command)} \\\n      '*:file:_files' ;;`)
  return `#compdef ${NAME}
# ${NAME} completion zsh > "\${fpath[1]}/_${NAME}"
_directive_parse() {
  local -a commands=(
${commands
  .slice(1)
  .map(({ name, about }) => `    '${name}:${plain(about)}'`)
  .join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then _describe command commands; _files; return; fi
  case $words[2] in
${own.join('\n')}
    *) _arguments \\
${specs(commands[0] as Completed)} \\
      '*:file:_files' ;;
  esac
}
compdef _directive_parse ${NAME}
`
}

function fish(commands: Completed[]): string {
  const lines = commands.flatMap(({ name, about, options }) => {
    const when =
      name === ''
        ? `not __fish_seen_subcommand_from ${names(commands).join(' ')}`
        : `__fish_seen_subcommand_from ${name}`
    const own = name === '' ? [] : [`complete -c ${NAME} -n __fish_use_subcommand -a ${name} -d '${plain(about)}'`]
    return own.concat(
      options.map((option) => {
        const value =
          option.values.length > 0
            ? ` -x -a '${option.values.join(' ')}'`
            : option.takesFile
              ? ' -r'
              : option.takesValue
                ? ' -x'
                : ''
        return `complete -c ${NAME} -n '${when}' -l ${option.long.slice(2)}${value} -d '${plain(option.about)}'`
      }),
    )
  })
  return `# ${NAME} completion fish > ~/.config/fish/completions/${NAME}.fish\n${lines.join('\n')}\n`
}

function powershell(commands: Completed[]): string {
  const table = commands.map(
    ({ name, options }) => `    '${name}' = @(${options.map(({ long }) => `'${long}'`).join(', ')})`,
  )
  return `# ${NAME} completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName ${NAME} -ScriptBlock {
  param($word, $tree, $position)
  $options = @{
${table.join('\n')}
  }
  $second = if ($tree.CommandElements.Count -gt 1) { $tree.CommandElements[1].ToString() } else { '' }
  $key = if ($options.ContainsKey($second)) { $second } else { '' }
  $words = $options[$key]
  if ($tree.CommandElements.Count -le 2) { $words += @(${names(commands)
    .map((name) => `'${name}'`)
    .join(', ')}) }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`
}

function names(commands: Completed[]): string[] {
  return commands.slice(1).map(({ name }) => name)
}

function uniqueChoices(commands: Completed[]): [long: string, values: string[]][] {
  const choices = new Map<string, string[]>()
  for (const { options } of commands)
    for (const { long, values } of options) if (values.length > 0) choices.set(long, values)
  return [...choices]
}

/** Without what the shells would read as their own signs. */
function plain(text: string): string {
  return text.replace(/['"`\\[\]:]/g, '').replace(/\s+/g, ' ')
}
