/** Findings as SARIF 2.1.0 (OASIS), for the checks of a repository. */
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import type { Finding, FormReport, Level } from './judge.ts'
import { type FormRule, type FormTables, sourceOf } from './shapes.ts'

const LEVELS: Record<Level, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' }

export function sarifOf(reports: readonly FormReport[], { rules, packs }: FormTables): object {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'directive-parse',
            version: manifest.version,
            rules: rules.map((rule) => descriptor(rule, packs)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap(({ path, findings }) =>
          findings.map((finding) => result(finding, path, indexOf.get(finding.rule) ?? -1)),
        ),
      },
    ],
  }
}

function descriptor(rule: FormRule, packs: FormTables['packs']): object {
  const { id, required, mend, level } = rule
  const sources = packs.filter((pack) => rule.packs.includes(pack.id)).map((pack) => sourceOf(rule, pack))

  return {
    id,
    shortDescription: { text: required.en },
    fullDescription: { text: `${required.vi} ${mend.vi}` },
    help: { text: [...new Set(sources)].join('\n') },
    helpUri: `urn:directive-parse:form:${id}`,
    defaultConfiguration: { level: LEVELS[level] },
  }
}

function result(
  { rule, level, required, found, mend, source, line, column }: Finding,
  path: string | null,
  ruleIndex: number,
): object {
  const region = line === undefined || column === undefined ? {} : { region: { startLine: line, startColumn: column } }
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[level],
    message: { text: [required, found && `"${found}".`, mend, `(${source})`].filter(Boolean).join(' ') },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path ?? 'stdin') }, ...region } }],
  }
}

/** A relative reference may not begin with a slash (SARIF1004). */
const uriOf = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : path.split(/[/\\]/).map(encodeURIComponent).join('/')
