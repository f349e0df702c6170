/** `directive-parse init [DIR]`: a `fonds.yaml` with every key there may be, commented out and explained. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from '../batch/atomic.ts'
import { fondsSchema } from '../export/fonds.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import type { Context } from './command.ts'
import { sayIn } from './options.ts'

export async function init(folder: string, { force }: { force?: true | undefined }, context: Context): Promise<void> {
  const path = join(folder, 'fonds.yaml')
  if (existsSync(path) && !force) throw new ProblemError('fonds-there', { path })
  await writeAtomic(path, fondsTemplate()).catch((error) => {
    throw Object.assign(new ProblemError('cannot-write'), { problem: fileProblem(error, path, 'write') })
  })
  const t = sayIn(context.language)
  context.streams.stderr.write(
    t(
      `${path}: fill in what you know, then: directive-parse package ${folder} -o OUT\n`,
      `${path}: điền những gì đã biết, rồi chạy: directive-parse package ${folder} -o KẾT-QUẢ\n`,
    ),
  )
}

interface Property {
  description?: string
  type?: string
  properties?: Record<string, Property>
}

/** Each key with its sentence above it; what is left as it stands says nothing. */
export function fondsTemplate(): string {
  const { properties = {} } = z.toJSONSchema(fondsSchema) as Property
  const head =
    '# Những gì văn bản không nêu; bỏ dấu # ở dòng cần dùng. / What no document says; take the # off what you fill in.\n'
  return `${head}\n${linesOf(properties, '').join('\n')}\n`
}

function linesOf(properties: Record<string, Property>, indent: string): string[] {
  return Object.entries(properties).flatMap(([key, { description = '', properties: inner, type }]) => [
    `# ${indent}— ${description}`,
    `#${indent === '' ? '' : ` ${indent}`}${key}:${type === 'array' ? ' []' : ''}`.trimEnd(),
    ...(inner ? linesOf(inner, `${indent}  `) : []),
    ...(indent === '' ? [''] : []),
  ])
}
