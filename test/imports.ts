/** Which file of the project imports which: what TypeScript keeps when it is compiled, so types do not count. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** Relative to the folder, with slashes: `segment/rows.ts`. */
  from: string
  to: string
  /** `import('…')`: loaded when it is needed. */
  lazy: boolean
}

/** All imports between the files of `folder`. */
export function importsIn(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
  )
  return files.flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.Latest, true)
    return importedBy(source)
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name, lazy }) => ({
        from: slashes(path),
        to: slashes(relative(folder, join(folder, dirname(path), name))),
        lazy,
      }))
  })
}

const slashes = (path: string) => path.replaceAll('\\', '/')

function importedBy(source: ts.SourceFile): { name: string; lazy: boolean }[] {
  const found: { name: string; lazy: boolean }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !isTypeImport(node))
      found.push({ name: textOf(node.moduleSpecifier), lazy: false })
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && !isTypeExport(node))
      found.push({ name: textOf(node.moduleSpecifier), lazy: false })
    const [argument] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : []
    if (argument && ts.isStringLiteralLike(argument)) found.push({ name: argument.text, lazy: true })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const textOf = (node: ts.Expression) => (ts.isStringLiteralLike(node) ? node.text : '')

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const { namedBindings, name } = importClause
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((each) => each.isTypeOnly)
  )
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly ||
    (exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.every((each) => each.isTypeOnly))
  )
}
